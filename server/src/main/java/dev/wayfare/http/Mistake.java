package dev.wayfare.http;

/// One thing wrong with a request: a stable code, where (`a/b/0/c` within the body, or a
/// parameter's name), what was expected and found, and the way out (may be empty).
public record Mistake(String code, String path, String message, String fix) {}
