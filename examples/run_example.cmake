# Runs PROGRAM with ARGUMENTS and fails unless it prints exactly the file EXPECTED.
execute_process(COMMAND "${PROGRAM}" ${ARGUMENTS} OUTPUT_VARIABLE printed RESULT_VARIABLE code)
file(READ "${EXPECTED}" expected)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} exited with ${code}")
endif()
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "expected\n${expected}\nbut it printed\n${printed}")
endif()
