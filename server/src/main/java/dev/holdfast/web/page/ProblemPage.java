package dev.holdfast.web.page;

/// A page that could not be shown: what happened in plain words, and where to go from here.
record ProblemPage(Frame frame, int status, Notice notice) {}
