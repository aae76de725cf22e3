package dev.wayfare.flow.request;

/// Where a payload is not as its schema says: a JSON Pointer (empty for the whole), a word for
/// programs, and a sentence for people that never repeats the value.
public record Mismatch(String pointer, String code, String message) {}
