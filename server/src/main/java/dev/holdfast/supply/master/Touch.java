package dev.holdfast.supply.master;

/// That an event changed something a plan rests on.
record Touch(String kind, String name, long event) {
    static final String COMPONENT = "component";
    static final String RESOURCE = "resource";
    static final String CONFIGURATION = "configuration";
}
