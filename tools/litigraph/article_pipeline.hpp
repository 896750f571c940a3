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
#include <memory>
#include <mutex>
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

/// Applies `work` to the articles of batches on `jobs` threads, which parse them too, and gives
/// every result to `take`, on the calling thread and in the order in which the batches were added.
/// At most a few batches are in memory.
template <class Result>
class ArticlePipeline {
  public:
    using Work = std::function<Result(const ingest::Article&)>;
    using Take = std::function<void(Result&&)>;

    ArticlePipeline(std::size_t jobs, Work work, Take take)
        : jobs_(jobs), work_(std::move(work)), take_(std::move(take)), pool_(jobs > 1 ? jobs : 0) {}

    /// `tally` is told of the batch when its results are taken; it must live until finish().
    void add(ingest::ArticleBatch&& batch, ingest::ReadTally& tally) {
        if (jobs_ <= 1) {
            tally.add(batch.parse([this](ingest::Article&& article) { take_(work_(article)); }));
            return;
        }
        auto task = std::make_shared<std::packaged_task<Results()>>(
            [this, batch = std::move(batch)]() mutable { return work_on(batch); });
        under_way_.push_back({task->get_future(), &tally});
        pool_.run([task] { (*task)(); });
        if (under_way_.size() > 4 * jobs_) {
            take_oldest();
        }
    }
    /// Takes what is still under way.
    void finish() {
        while (!under_way_.empty()) {
            take_oldest();
        }
    }

  private:
    struct Results {
        std::vector<Result> results;
        ingest::ArticleBatch::Report report;
    };
    struct UnderWay {
        std::future<Results> results;
        ingest::ReadTally* tally = nullptr;
    };

    Results work_on(ingest::ArticleBatch& batch) const {
        Results done;
        done.report =
            batch.parse([&](ingest::Article&& article) { done.results.push_back(work_(article)); });
        return done;
    }
    void take_oldest() {
        UnderWay oldest = std::move(under_way_.front());
        under_way_.pop_front();
        Results done = oldest.results.get();
        for (Result& result : done.results) {
            take_(std::move(result));
        }
        oldest.tally->add(std::move(done.report));
    }

    std::size_t jobs_;
    Work work_;
    Take take_;
    std::deque<UnderWay> under_way_;
    WorkerPool pool_;  // last: its threads end before what they use
};

}  // namespace litigraph::cli
