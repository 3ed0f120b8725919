"""One module for each subject: its charts, the words for them, and their explorers.

A topic selects rows (table + options -> table), plots them (-> figure) and
describes them (-> sentence and table). It declares explorers from these and
knows nothing of widgets or files.
"""
