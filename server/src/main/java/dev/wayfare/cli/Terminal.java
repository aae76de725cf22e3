package dev.wayfare.cli;

import java.io.BufferedReader;
import java.io.PrintWriter;

/// Where a command hears and speaks. `typed` when a person sits at both ends.
public record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, boolean typed) {}
