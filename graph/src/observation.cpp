#include <litigraph/graph/observation.hpp>

namespace litigraph {

std::string_view to_string(CaseStatus status) noexcept {
    switch (status) {
        case CaseStatus::unknown:
            return "unknown";
        case CaseStatus::filed:
            return "filed";
        case CaseStatus::pending:
            return "pending";
        case CaseStatus::decided:
            return "decided";
        case CaseStatus::appealed:
            return "appealed";
        case CaseStatus::settled:
            return "settled";
        case CaseStatus::dismissed:
            return "dismissed";
        case CaseStatus::withdrawn:
            return "withdrawn";
        case CaseStatus::transferred:
            return "transferred";
        case CaseStatus::stayed:
            return "stayed";
    }
    return "invalid-case-status";  // no default above: a new value must warn here
}

std::string_view to_string(CaseKind kind) noexcept {
    switch (kind) {
        case CaseKind::lawsuit:
            return "lawsuit";
        case CaseKind::itc_investigation:
            return "itc-investigation";
        case CaseKind::patent_office_review:
            return "patent-office-review";
        case CaseKind::arbitration:
            return "arbitration";
        case CaseKind::administrative:
            return "administrative";
        case CaseKind::adversary:
            return "adversary";
        case CaseKind::criminal:
            return "criminal";
        case CaseKind::bankruptcy:
            return "bankruptcy";
    }
    return "invalid-case-kind";
}

std::string_view to_string(CountersuitForm form) noexcept {
    switch (form) {
        case CountersuitForm::none:
            return "none";
        case CountersuitForm::unspecified:
            return "unspecified";
        case CountersuitForm::counterclaim:
            return "counterclaim";
        case CountersuitForm::separate:
            return "separate";
    }
    return "invalid-countersuit-form";
}

}  // namespace litigraph
