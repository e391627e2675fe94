package dev.holdfast.web;

/// A part of the REST interface that brings its own routes along: one that is a bean is found, and listed nowhere.
interface Door {
    void addTo(Routes routes);
}
