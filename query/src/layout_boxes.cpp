#include "layout_boxes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace litigraph::query::detail {
namespace {

constexpr double gap = 14;

struct Frame {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
};

Frame frame_of(const BoxGroup& group) {
    Frame frame;
    for (std::size_t i = 0; i < group.boxes.size(); ++i) {
        const LayoutPoint& at = group.points[i];
        const LayoutBox& box = group.boxes[i];
        const Frame own{at.x - box.width / 2, at.y - box.height / 2, at.x + box.width / 2,
                        at.y + box.height / 2};
        frame = i == 0
                    ? own
                    : Frame{std::min(frame.left, own.left), std::min(frame.top, own.top),
                            std::max(frame.right, own.right), std::max(frame.bottom, own.bottom)};
    }
    return frame;
}

/// Room for all boxes and, between them, for links, of which a large group has more to show.
void spread(BoxGroup& group) {
    double area = 0;
    for (const LayoutBox& box : group.boxes) {
        area += (box.width + gap) * (box.height + gap);
    }
    const Frame frame = frame_of(group);
    const double room = 2 + std::min(5.0, static_cast<double>(group.boxes.size()) / 40);
    const double factor = std::sqrt(room * area / std::max(frame.width() * frame.height(), 1.0));
    if (factor > 1) {
        for (LayoutPoint& point : group.points) {
            point = {point.x * factor, point.y * factor};
        }
    }
}

/// Along the axis where less is needed, half by each. Whether they did overlap.
bool separate(BoxGroup& group, std::size_t a, std::size_t b) {
    LayoutPoint& one = group.points[a];
    LayoutPoint& two = group.points[b];
    const double dx = two.x - one.x;
    const double dy = two.y - one.y;
    const double x = (group.boxes[a].width + group.boxes[b].width) / 2 + gap - std::abs(dx);
    const double y = (group.boxes[a].height + group.boxes[b].height) / 2 + gap - std::abs(dy);
    if (x <= 0.5 || y <= 0.5) {
        return false;
    }
    if (y <= x) {
        const double move = dy < 0 ? -y / 2 : y / 2;
        one.y -= move;
        two.y += move;
    } else {
        const double move = dx < 0 ? -x / 2 : x / 2;
        one.x -= move;
        two.x += move;
    }
    return true;
}

}  // namespace

void push_apart(BoxGroup& group) {
    spread(group);
    std::vector<std::size_t> order(group.boxes.size());
    std::iota(order.begin(), order.end(), 0U);
    double widest = 0;
    for (const LayoutBox& box : group.boxes) {
        widest = std::max(widest, box.width);
    }
    constexpr std::size_t most_looks = 20'000'000;
    std::size_t looks = 0;
    bool has_moved = true;
    for (int pass = 0; pass < 300 && has_moved && looks < most_looks; ++pass) {
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return group.points[i].x; });
        has_moved = false;
        for (std::size_t i = 0; i < order.size(); ++i) {
            const double end = group.points[order[i]].x + widest + 2 * gap;
            for (std::size_t k = i + 1; k < order.size() && group.points[order[k]].x < end; ++k) {
                has_moved = separate(group, order[i], order[k]) || has_moved;
                ++looks;
            }
        }
    }
}

void put_in_rows(std::vector<BoxGroup>& groups) {
    constexpr double between = 60;
    std::vector<Frame> frames;
    double area = 0;
    double widest = 0;
    for (const BoxGroup& group : groups) {
        const Frame& frame = frames.emplace_back(frame_of(group));
        area += (frame.width() + between) * (frame.height() + between);
        widest = std::max(widest, frame.width());
    }
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        return frames[a].height() > frames[b].height();
    });
    const double row_width = std::max(widest, std::sqrt(1.6 * area));
    LayoutPoint at;
    double row_height = 0;
    for (const std::size_t i : order) {
        if (at.x > 0 && at.x + frames[i].width() > row_width) {
            at = {0, at.y + row_height + between};
            row_height = 0;
        }
        for (LayoutPoint& point : groups[i].points) {
            point = {point.x - frames[i].left + at.x, point.y - frames[i].top + at.y};
        }
        at.x += frames[i].width() + between;
        row_height = std::max(row_height, frames[i].height());
    }
}

}  // namespace litigraph::query::detail
