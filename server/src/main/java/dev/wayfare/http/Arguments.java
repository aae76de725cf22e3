package dev.wayfare.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// What a controller method can ask for by type: the caller, where everybody may come the caller if
/// there is one, and the page.
final class Arguments {

  private Arguments() {}

  static final class OfCaller implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer view,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      var caller = request.getAttribute(SignInFilter.CALLER, RequestAttributes.SCOPE_REQUEST);
      if (caller == null) {
        throw DenialAnswers.signInFirst();
      }
      return caller;
    }
  }

  static final class OfAnybody implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Optional.class
          && parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer view,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return Optional.ofNullable(
          request.getAttribute(SignInFilter.CALLER, RequestAttributes.SCOPE_REQUEST));
    }
  }

  static final class OfPage implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == PageRequest.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer view,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      var cursor = request.getParameter("cursor");
      return new PageRequest(
          limit(request.getParameter("limit")), cursor == null ? List.of() : Cursor.decode(cursor));
    }

    private static int limit(@Nullable String asked) {
      if (asked == null) {
        return PageRequest.DEFAULT;
      }
      if (asked.matches("[1-9]\\d{0,2}") && Integer.parseInt(asked) <= PageRequest.MOST) {
        return Integer.parseInt(asked);
      }
      var message = "Expected a limit from 1 to %d.".formatted(PageRequest.MOST);
      throw ProblemException.of(400, "parameter_invalid", "A parameter is not as expected", message)
          .withErrors(List.of(new Mistake("parameter_invalid", "limit", message, "")));
    }
  }
}
