"""A corpus, a row for each document -> the same rows with what was found and repaired.

rows.py            one row in, one row out: all that is decided about a document
jsonl.py parquet.py  a corpus -> blocks of rows; a block -> a part of the output; parts -> the output
parts.py           the folder of finished parts: what makes an output whole or not at all, and a run resumable
local.py ray.py spark.py  who works on the blocks

An engine only says which process works on which block. A block's part is written under its number, at once and whole,
so that a block that was worked on twice (a worker died) leaves the part that it would have left the first time.
"""
