"""The language server: an editor's documents -> diagnostics, quick fixes, and what a rule says under the pointer.

places.py   raw offsets <-> positions as the protocol counts them
answers.py  an examined document -> what the editor is told
server.py   the editor's requests; needs the extra `lsp`
"""
