# Installs BUILD into a folder of its own, then configures, builds and runs the outside project.
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE code OUTPUT_VARIABLE printed ERROR_VARIABLE printed)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "${ARGV}\n${printed}")
  endif()
endfunction()

set(work "${BUILD}/consumer")
file(REMOVE_RECURSE "${work}")
run(${CMAKE_COMMAND} --install "${BUILD}" --prefix "${work}/prefix")
run(${CMAKE_COMMAND} -S "${CMAKE_CURRENT_LIST_DIR}" -B "${work}/package" -G "${GENERATOR}"
  -DLITIGRAPH_FROM=package "-DCMAKE_PREFIX_PATH=${work}/prefix" "-DCMAKE_CXX_COMPILER=${COMPILER}"
  "-DCMAKE_CXX_FLAGS=${FLAGS}")
run(${CMAKE_COMMAND} --build "${work}/package")
run("${work}/package/consumer")
# Embedding is only configured: building it would compile the libraries once more.
run(${CMAKE_COMMAND} -S "${CMAKE_CURRENT_LIST_DIR}" -B "${work}/source" -G "${GENERATOR}"
  -DLITIGRAPH_FROM=source "-DCMAKE_CXX_COMPILER=${COMPILER}")
