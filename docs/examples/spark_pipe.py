"""Checks a folder of drafts on a Spark cluster, with lint-rules as a step of a pipe.

    python spark_pipe.py DRAFTS OUTPUT [LINT_RULES]

The paths are the data: each task hands its share to one process, which answers with a line of JSON a draft. What is
found depends on the draft, the rules and the options alone, so the workers need nothing but the binary and the drafts
under the same paths. A draft that cannot be read has a line with an error like any other; a draft without a line means that a process failed.
"""

import json
import os
import shlex
import sys

from pyspark.sql import SparkSession

ENDINGS = (".md", ".markdown", ".txt")


def drafts(folder):
    for root, _, names in os.walk(folder):
        for name in sorted(names):
            if name.lower().endswith(ENDINGS):
                yield os.path.abspath(os.path.join(root, name))


def main(folder, output, program="lint-rules"):
    spark = SparkSession.builder.appName("lint-rules").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    command = f"{shlex.quote(program)} check --no-config --jobs 1 --fail-on never --format jsonl --files-from -"
    paths = sorted(drafts(folder))
    # No share is empty: the program calls it a failure when there is nothing to check.
    shares = max(1, min(spark.sparkContext.defaultParallelism, len(paths)))
    lines = spark.sparkContext.parallelize(paths, shares).pipe(command)
    results = sorted((json.loads(line) for line in lines.collect()), key=lambda result: result["path"])
    missing = len(paths) - len(results)
    if missing:
        sys.exit(f"{missing} drafts were not checked; try: {command}")
    with open(output, "w", encoding="utf-8") as file:
        for result in results:
            file.write(json.dumps(result, ensure_ascii=False) + "\n")
    spark.stop()
    failed = [result for result in results if "error" in result]
    for result in failed:
        print(f"{result['path']}: {result['error']}", file=sys.stderr)
    findings = sum(len(result["findings"]) for result in results)
    print(f"{len(results)} drafts, {findings} findings, {len(failed)} not checked")


if __name__ == "__main__":
    main(*sys.argv[1:])
