package dev.wayfare.channel.web;

/// A page that asks nothing: the journey is over, the link leads nowhere, and the like. `mark`
/// names its picture; `begin` is where its one button leads, or empty.
public record Closing(Sheet sheet, String mark, String title, String html, String begin) {}
