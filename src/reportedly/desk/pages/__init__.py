"""The pages, one a file: a frozen view made from the ledger, the page that shows it, and its JSON twin under `/api`.

A new page is a file with a `ROUTER` and, where it has a place in the masthead, an `ENTRY`; `app` lists them.
"""
