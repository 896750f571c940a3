// Hues of Okabe and Ito, told apart by most colour-blind readers; no kind is told by colour alone.

#include "dot_look.hpp"

namespace litigraph::query::detail {

NodeLook look_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::party:
            return {"box", "rounded,filled", "#CCE5F6", "#0072B2"};
        case NodeKind::lawsuit:
            return {"note", "filled", "#FBE3B5", "#B36B00"};
        case NodeKind::court:
            return {"house", "filled", "#F3DCE9", "#99456F"};
        case NodeKind::jurisdiction:
            return {"box", "filled", "#F3DCE9", "#99456F"};
        case NodeKind::technology:
            return {"ellipse", "filled", "#CDEBDF", "#00664B"};
        case NodeKind::patent:
            return {"component", "filled", "#FBF7C6", "#8A8000"};
        case NodeKind::person:
            return {"box", "rounded,filled", "#FFFFFF", "#0072B2"};
        case NodeKind::law_firm:
            return {"box", "rounded,diagonals,filled", "#FFFFFF", "#0072B2"};
        case NodeKind::article:
            return {"tab", "filled", "#EEEEEE", "#777777"};
    }
    return {};
}

EdgeLook look_of(EdgeKind kind) {
    switch (kind) {
        case EdgeKind::sues:
        case EdgeKind::threatens_suit:
            return {"#D55E00", "#A84A00", "solid", "normal", 26};
        case EdgeKind::countersues:
            return {"#8B3A74", "#8B3A74", "solid", "normalnormal", 26};
        case EdgeKind::responds_to:
        case EdgeKind::appeals:
            return {"#8B3A74", "#8B3A74", "solid", "normal", 16};
        case EdgeKind::plaintiff_in:
            return {"#D55E00", "#A84A00", "solid", "normal", 12};
        case EdgeKind::defendant_in:
            return {"#D55E00", "#A84A00", "solid", "tee", 12};
        case EdgeKind::party_to:
            return {"#D55E00", "#A84A00", "solid", "odot", 12};
        case EdgeKind::filed_in:
            return {"#0072B2", "#005A8C", "solid", "vee", 13};
        case EdgeKind::located_in:
            return {"#0072B2", "#005A8C", "solid", "empty", 10};
        case EdgeKind::concerns_technology:
            return {"#008060", "#00664B", "dotted", "onormal", 16};
        case EdgeKind::asserts_patent:
            return {"#8A8000", "#6B6300", "solid", "diamond", 13};
        case EdgeKind::challenges_validity:
            return {"#8A8000", "#6B6300", "solid", "box", 16};
        case EdgeKind::settles_with:
            return {"#008060", "#00664B", "solid", "none", 20};
        case EdgeKind::division_of:
            return {"#333333", "#333333", "solid", "odiamond", 10};
        case EdgeKind::presides:
        case EdgeKind::represents:
            return {"#333333", "#333333", "solid", "open", 10};
        case EdgeKind::reported_by:
            return {"#999999", "#777777", "solid", "none", 9};
    }
    return {};
}

}  // namespace litigraph::query::detail
