package dev.wayfare.http;

import dev.wayfare.kernel.Secret;
import java.util.Optional;

/// Knows callers by what they carry. The edge asks; the module that keeps people and tokens
/// answers.
public interface Authenticator {

  Optional<Caller> byToken(Secret token);

  Optional<Caller> bySession(Secret session);
}
