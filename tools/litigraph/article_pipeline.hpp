/// \file
/// Articles of many inputs through a function on several threads, results in the order of the
/// input.
#pragma once

#include <litigraph/ingest/article_reader.hpp>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace litigraph::cli {

/// Runs tasks on threads of its own, in the order in which they were given. The destructor waits.
class WorkerPool {
  public:
    explicit WorkerPool(std::size_t threads);
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;
    ~WorkerPool();
    void run(std::function<void()> task);

  private:
    void work();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    bool is_closing_ = false;
    std::vector<std::thread> threads_;
};

/// Applies `work` to batches of articles on `jobs` threads and gives every result to `take`, on the
/// calling thread and in the order in which the articles were added. At most a few batches are in
/// memory.
template <class Result>
class ArticlePipeline {
  public:
    using Work = std::function<Result(const ingest::Article&)>;
    using Take = std::function<void(Result&&)>;

    ArticlePipeline(std::size_t jobs, Work work, Take take)
        : jobs_(jobs), work_(std::move(work)), take_(std::move(take)), pool_(jobs > 1 ? jobs : 0) {}

    void add(ingest::Article&& article) {
        if (jobs_ <= 1) {
            take_(work_(article));
            return;
        }
        batch_bytes_ += article.text.size();
        batch_.push_back(std::move(article));
        if (batch_bytes_ >= full_batch) {
            send();
        }
    }
    /// Takes what is still under way.
    void finish() {
        if (!batch_.empty()) {
            send();
        }
        while (!under_way_.empty()) {
            take_oldest();
        }
    }

  private:
    static constexpr std::size_t full_batch = std::size_t{1} << 16;
    using Results = std::vector<Result>;

    void send() {
        auto task = std::make_shared<std::packaged_task<Results()>>(
            [this, batch = std::exchange(batch_, {})] {
                Results results;
                for (const ingest::Article& article : batch) {
                    results.push_back(work_(article));
                }
                return results;
            });
        batch_bytes_ = 0;
        under_way_.push_back(task->get_future());
        pool_.run([task] { (*task)(); });
        if (under_way_.size() > 4 * jobs_) {
            take_oldest();
        }
    }
    void take_oldest() {
        Results results = under_way_.front().get();
        under_way_.pop_front();
        for (Result& result : results) {
            take_(std::move(result));
        }
    }

    std::size_t jobs_;
    Work work_;
    Take take_;
    std::vector<ingest::Article> batch_;
    std::size_t batch_bytes_ = 0;
    std::deque<std::future<Results>> under_way_;
    WorkerPool pool_;  // last: its threads end before what they use
};

}  // namespace litigraph::cli
