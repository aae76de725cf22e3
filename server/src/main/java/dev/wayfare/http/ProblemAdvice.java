package dev.wayfare.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/// Gives every refusal one shape, ours and Spring's own alike.
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Object> ours(ProblemException problem) {
    return answer(problem, HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<Object> fault(Exception cause) {
    return answer(problems.fault(cause), HttpHeaders.EMPTY);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException cause,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var problem =
        cause.getCause() instanceof JacksonException json
            ? JsonMistakes.explain(json)
            : ProblemException.of(
                400, "body_missing", "The body is missing", "Expected a JSON body, found none.");
    return answer(problem, headers);
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException cause,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors =
        cause.getBindingResult().getAllErrors().stream()
            .map(
                error ->
                    mistake(
                        error instanceof FieldError field ? path(field.getField()) : "",
                        error.getDefaultMessage()))
            .toList();
    return answer(ProblemException.unprocessable(errors), headers);
  }

  @Override
  protected ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException cause,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var errors = new ArrayList<Mistake>();
    for (var result : cause.getParameterValidationResults()) {
      var name = String.valueOf(result.getMethodParameter().getParameterName());
      result
          .getResolvableErrors()
          .forEach(error -> errors.add(mistake(path(name), error.getDefaultMessage())));
    }
    return answer(ProblemException.unprocessable(errors), headers);
  }

  @Override
  protected ResponseEntity<Object> handleMissingServletRequestParameter(
      MissingServletRequestParameterException cause,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var name = cause.getParameterName();
    return answer(
        badParameter(name, "Expected the parameter %s, found none.".formatted(name)), headers);
  }

  @Override
  protected ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException cause, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (cause instanceof MethodArgumentTypeMismatchException argument
        && argument.getParameter().hasParameterAnnotation(PathVariable.class)) {
      return answer(noSuchAddress(), headers);
    }
    var name = String.valueOf(cause.getPropertyName());
    return answer(
        badParameter(name, "The parameter %s is not of the kind expected.".formatted(name)),
        headers);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (status.is5xxServerError()) {
      return answer(problems.fault(cause), headers);
    }
    if (status.value() == 404) {
      return answer(noSuchAddress(), headers);
    }
    var phrase = HttpStatus.valueOf(status.value());
    return answer(
        ProblemException.of(
            status.value(),
            phrase.name().toLowerCase(Locale.ROOT),
            phrase.getReasonPhrase(),
            detail(status.value(), headers)),
        headers);
  }

  private static String detail(int status, HttpHeaders headers) {
    return switch (status) {
      case 405 ->
          "This address does not take that method; it takes %s.".formatted(headers.getAllow());
      case 406 -> "This address cannot answer in the format that was asked for.";
      case 413 -> "The request is larger than this address takes.";
      case 415 ->
          "This address does not take that content type; it takes %s."
              .formatted(headers.getAccept());
      default -> "The request is not as expected.";
    };
  }

  static ProblemException noSuchAddress() {
    return ProblemException.of(
        404, "not_found", "There is nothing here", "No such address exists on this server.");
  }

  private static ProblemException badParameter(String name, String message) {
    return ProblemException.of(400, "parameter_invalid", "A parameter is not as expected", message)
        .withErrors(List.of(new Mistake("parameter_invalid", name, message, "")));
  }

  private static Mistake mistake(String path, @Nullable String message) {
    return new Mistake(
        "value_invalid",
        path,
        "%s %s.".formatted(path, message == null ? "is not as expected" : message),
        "");
  }

  /// `someField[0].name` in Java is `some_field/0/name` over the wire.
  private static String path(String javaPath) {
    return javaPath
        .replaceAll("\\[(\\w+)]", "/$1")
        .replace('.', '/')
        .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  private static ResponseEntity<Object> answer(ProblemException problem, HttpHeaders headers) {
    var all = new HttpHeaders(headers);
    problem.headers().forEach(all::set);
    all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return new ResponseEntity<>(problem.body(), all, problem.status());
  }
}
