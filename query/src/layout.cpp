// Stress by stochastic gradient descent (Zheng, Pawar, Goodman 2019): every node is drawn, in
// random order, towards the distance from others that it has in the graph, with steps that shrink.
// "Others" are all nodes of a small graph and some landmarks, far from each other, of a large one,
// beside the neighbours. Then each component is turned to lie flat, its boxes are pushed apart, and
// components are put in rows. Only arithmetic and square roots are used, so results do not depend
// on a library.

#include "layout.hpp"

#include "layout_boxes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

namespace litigraph::query::detail {
namespace {

using Numbers = std::vector<std::uint32_t>;
constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

struct Neighbour {
    std::uint32_t node = 0;
    std::uint32_t links = 0;  ///< That join the two.
};
using Neighbours = std::vector<std::vector<Neighbour>>;

/// Without loops.
Neighbours neighbours_of(std::size_t count, std::span<const LayoutLink> links) {
    std::vector<Numbers> others(count);
    for (const LayoutLink& link : links) {
        if (link.from != link.to) {
            others[link.from].push_back(link.to);
            others[link.to].push_back(link.from);
        }
    }
    Neighbours neighbours(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::ranges::sort(others[i]);
        for (const std::uint32_t other : others[i]) {
            if (neighbours[i].empty() || neighbours[i].back().node != other) {
                neighbours[i].push_back({other, 0});
            }
            ++neighbours[i].back().links;
        }
    }
    return neighbours;
}

/// Numbers of steps from `start`.
Numbers steps_from(std::uint32_t start, const Neighbours& neighbours) {
    Numbers steps(neighbours.size(), unreached);
    Numbers queue{start};
    steps[start] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
        for (const Neighbour& next : neighbours[queue[i]]) {
            if (steps[next.node] == unreached) {
                steps[next.node] = steps[queue[i]] + 1;
                queue.push_back(next.node);
            }
        }
    }
    return steps;
}

/// Draws `node` towards `distance` from `anchor`.
struct Pull {
    std::uint32_t node, anchor;
    float distance, weight;
};

/// Landmarks that are as far from each other as can be, and how far every node is from each.
struct Landmarks {
    Numbers nodes;
    std::vector<Numbers> steps;
    Numbers nearest;  ///< Of each node, the position of its nearest landmark.
};

Landmarks choose_landmarks(const Neighbours& neighbours, std::size_t count) {
    Landmarks landmarks;
    landmarks.nearest.resize(neighbours.size());
    Numbers distance(neighbours.size(), unreached);
    std::uint32_t next = 0;
    while (landmarks.nodes.size() < count) {
        landmarks.nodes.push_back(next);
        const Numbers& steps = landmarks.steps.emplace_back(steps_from(next, neighbours));
        for (std::size_t i = 0; i < steps.size(); ++i) {
            if (steps[i] < distance[i]) {
                distance[i] = steps[i];
                landmarks.nearest[i] = static_cast<std::uint32_t>(landmarks.nodes.size() - 1);
            }
        }
        next = static_cast<std::uint32_t>(std::ranges::max_element(distance) - distance.begin());
    }
    return landmarks;
}

constexpr std::size_t most_pulls = 400'000;

/// Bent links need room beside each other.
float distance_for(std::uint32_t links) {
    return std::min(2.5F, 0.6F + 0.4F * static_cast<float>(links));
}

std::vector<Pull> pulls_in(const Neighbours& neighbours) {
    const std::size_t nodes = neighbours.size();
    const Landmarks landmarks =
        choose_landmarks(neighbours, std::min(nodes, std::max<std::size_t>(8, most_pulls / nodes)));
    Numbers followers(landmarks.nodes.size());
    for (const std::uint32_t nearest : landmarks.nearest) {
        ++followers[nearest];
    }
    std::vector<Pull> pulls;
    for (std::size_t k = 0; k < landmarks.nodes.size(); ++k) {
        for (std::uint32_t i = 0; i < nodes; ++i) {
            if (const std::uint32_t steps = landmarks.steps[k][i]; steps > 1) {
                const auto distance = static_cast<float>(steps);
                pulls.push_back({i, landmarks.nodes[k], distance,
                                 static_cast<float>(followers[k]) / (distance * distance)});
            }
        }
    }
    for (std::uint32_t i = 0; i < nodes; ++i) {
        for (const Neighbour& other : neighbours[i]) {
            pulls.push_back({i, other.node, distance_for(other.links), 1});
        }
    }
    return pulls;
}

void pull(LayoutPoint& node, const LayoutPoint& anchor, double distance, double step) {
    const double dx = anchor.x - node.x;
    const double dy = anchor.y - node.y;
    const double length = std::max(std::sqrt(dx * dx + dy * dy), 1e-9);
    const double factor = step * (length - distance) / length;
    node.x += dx * factor;
    node.y += dy * factor;
}

/// Positions with links of about length 1.
std::vector<LayoutPoint> relaxed(const Neighbours& neighbours) {
    std::mt19937 random(1);  // its sequence is fixed by the standard
    const auto below = [&](std::size_t count) { return random() % count; };
    std::vector<LayoutPoint> points(neighbours.size());
    for (LayoutPoint& point : points) {
        point = {static_cast<double>(below(1000)) / 1000, static_cast<double>(below(1000)) / 1000};
    }
    std::vector<Pull> pulls = pulls_in(neighbours);
    float longest = 1;
    for (const Pull& one : pulls) {
        longest = std::max(longest, one.distance);
    }
    constexpr double shrink = 0.75;
    constexpr double last_rate = 0.02;
    for (double rate = 2.0 * longest * longest; rate > last_rate; rate *= shrink) {
        for (std::size_t i = pulls.size(); i > 1; --i) {
            std::swap(pulls[i - 1], pulls[below(i)]);
        }
        for (const Pull& one : pulls) {
            pull(points[one.node], points[one.anchor], one.distance,
                 std::min(1.0, rate * one.weight));
        }
    }
    return points;
}

/// Turned so that most of its spread is along x, and centred.
void lay_flat(std::vector<LayoutPoint>& points) {
    LayoutPoint mean;
    for (const LayoutPoint& point : points) {
        mean.x += point.x / static_cast<double>(points.size());
        mean.y += point.y / static_cast<double>(points.size());
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (LayoutPoint& point : points) {
        point = {point.x - mean.x, point.y - mean.y};
        xx += point.x * point.x;
        xy += point.x * point.y;
        yy += point.y * point.y;
    }
    const double length = std::max(std::sqrt((xx - yy) * (xx - yy) + 4 * xy * xy), 1e-9);
    const double cosine = std::sqrt(std::max(0.0, (1 + (xx - yy) / length) / 2));
    const double sine = (xy < 0 ? -1 : 1) * std::sqrt(std::max(0.0, (1 - (xx - yy) / length) / 2));
    for (LayoutPoint& point : points) {
        point = {point.x * cosine + point.y * sine, point.y * cosine - point.x * sine};
    }
}

// Labels are wide: links need more room along x.
constexpr LayoutPoint link_length{165, 100};

/// Boxes of one component, by their numbers.
BoxGroup arranged(Numbers members, const Neighbours& neighbours, std::span<const LayoutBox> boxes) {
    Numbers position(neighbours.size());
    for (std::uint32_t i = 0; i < members.size(); ++i) {
        position[members[i]] = i;
    }
    Neighbours local(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        for (const Neighbour& other : neighbours[members[i]]) {
            local[i].push_back({position[other.node], other.links});
        }
    }
    BoxGroup group;
    group.points = relaxed(local);
    lay_flat(group.points);
    for (std::size_t i = 0; i < members.size(); ++i) {
        group.points[i] = {group.points[i].x * link_length.x, group.points[i].y * link_length.y};
        group.boxes.push_back(boxes[members[i]]);
    }
    group.members = std::move(members);
    push_apart(group);
    return group;
}

std::vector<Numbers> components_of(const Neighbours& neighbours) {
    std::vector<Numbers> components;
    std::vector<bool> is_seen(neighbours.size());
    for (std::uint32_t i = 0; i < neighbours.size(); ++i) {
        if (is_seen[i]) {
            continue;
        }
        Numbers component{i};
        is_seen[i] = true;
        for (std::size_t k = 0; k < component.size(); ++k) {
            for (const Neighbour& other : neighbours[component[k]]) {
                if (!is_seen[other.node]) {
                    is_seen[other.node] = true;
                    component.push_back(other.node);
                }
            }
        }
        components.push_back(std::move(component));
    }
    return components;
}

}  // namespace

std::vector<LayoutPoint> lay_out(std::span<const LayoutBox> boxes,
                                 std::span<const LayoutLink> links) {
    const Neighbours neighbours = neighbours_of(boxes.size(), links);
    std::vector<BoxGroup> groups;
    for (Numbers& component : components_of(neighbours)) {
        groups.push_back(arranged(std::move(component), neighbours, boxes));
    }
    put_in_rows(groups);
    std::vector<LayoutPoint> points(boxes.size());
    for (const BoxGroup& group : groups) {
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            points[group.members[i]] = group.points[i];
        }
    }
    return points;
}

}  // namespace litigraph::query::detail
