package dev.wayfare.http;

import java.util.List;

/// A problem as it goes over the wire (RFC 9457), with a code and a list of what is wrong.
record ProblemBody(
    String type, String title, int status, String detail, String code, List<Mistake> errors) {}
