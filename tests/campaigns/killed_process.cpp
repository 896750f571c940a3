#include "killed_process.hpp"

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

namespace litigraph::test {

namespace {

[[noreturn]] void be_traced(const std::function<bool()>& work) {
    if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) {
        std::_Exit(2);
    }
    ::raise(SIGSTOP);  // until the parent is ready
    std::_Exit(work() ? 0 : 1);
}

int wait_for(::pid_t child) {
    int status = 0;
    if (::waitpid(child, &status, 0) != child) {
        throw std::runtime_error("lost the process");
    }
    return status;
}

}  // namespace

std::optional<std::size_t> run_killed_at(std::size_t stop, const std::function<bool()>& work) {
    const ::pid_t child = ::fork();
    if (child < 0) {
        throw std::runtime_error("cannot make a process");
    }
    if (child == 0) {
        be_traced(work);
    }
    int status = wait_for(child);
    for (std::size_t stops = 0; WIFSTOPPED(status); ++stops) {
        if (stops == stop) {
            ::kill(child, SIGKILL);
            wait_for(child);
            return std::nullopt;
        }
        ::ptrace(PTRACE_SYSCALL, child, nullptr, nullptr);
        status = wait_for(child);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
            return stops;
        }
    }
    throw std::runtime_error("the process could not do its work");
}

}  // namespace litigraph::test
