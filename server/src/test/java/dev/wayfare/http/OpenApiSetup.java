package dev.wayfare.http;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// Teaches springdoc what it cannot see: the names of the wire, pages, callers, rules and problems.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = ErrorMvcAutoConfiguration.class)
class OpenApiSetup {

  static final List<String> PROPERTIES =
      List.of(
          "springdoc.paths-to-match=/api/v1/**",
          "springdoc.writer-with-order-by-keys=true",
          "springdoc.writer-with-default-pretty-printer=true",
          "springdoc.default-produces-media-type=application/json",
          "springdoc.override-with-generic-response=false");

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, PageRequest.class);
  }

  @Bean
  OpenAPI wayfare() {
    return new OpenAPI().info(new Info().title("Wayfare").version("v1"));
  }

  @Bean
  ModelResolver namesOfTheWire() {
    var json = new ObjectMapper();
    json.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    json.setAnnotationIntrospector(new RequiredUnlessNullable());
    return new ModelResolver(json).openapi31(true);
  }

  /// A record's component is required, unless it may be null or is an `Optional`.
  private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
      var owner = member.getDeclaringClass();
      if (!owner.isRecord()) {
        return super.hasRequiredMarker(member);
      }
      return Arrays.stream(owner.getRecordComponents())
          .filter(component -> component.getName().equals(member.getName()))
          .anyMatch(
              component ->
                  component.getType() != Optional.class
                      && !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
  }

  @Bean
  OperationCustomizer namesAndPages() {
    return (operation, method) -> {
      var noun = method.getBeanType().getSimpleName().replace("Controller", "");
      var verb = method.getMethod().getName();
      operation.setOperationId(
          Character.toLowerCase(noun.charAt(0))
              + noun.substring(1)
              + Character.toUpperCase(verb.charAt(0))
              + verb.substring(1));
      operation.setTags(List.of(noun.toLowerCase(Locale.ROOT)));
      if (Arrays.asList(method.getMethod().getParameterTypes()).contains(PageRequest.class)) {
        var limit = new IntegerSchema()._default(PageRequest.DEFAULT);
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MOST));
        operation.addParametersItem(new QueryParameter().name("limit").schema(limit));
        operation.addParametersItem(new QueryParameter().name("cursor").schema(new StringSchema()));
      }
      return operation;
    };
  }

  @Bean
  GlobalOpenApiCustomizer rulesAndProblems(RouteTable routes, ModelResolver names) {
    return api -> {
      api.setServers(List.of(new Server().url("/")));
      nameKinds(api, "dev.wayfare.preview.PreviewEvent");
      var problems = new ModelConverters(true);
      problems.addConverter(names);
      problems.readAll(ProblemBody.class).forEach(api.getComponents()::addSchemas);
      api.getComponents()
          .addSecuritySchemes(
              "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
      api.getComponents()
          .addSecuritySchemes(
              "session",
              new SecurityScheme()
                  .type(SecurityScheme.Type.APIKEY)
                  .in(SecurityScheme.In.COOKIE)
                  .name(SessionCookie.NAME));
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach(
                          (method, operation) -> {
                            addProblem(operation);
                            addRule(operation, rule(routes, method.name(), path));
                          }));
    };
  }

  /// What each kind of a sealed type is called on the wire, which springdoc does not look for.
  private static void nameKinds(OpenAPI api, String type) {
    try {
      var of = Class.forName(type);
      var discriminator =
          api.getComponents().getSchemas().get(of.getSimpleName()).getDiscriminator();
      for (var kind : of.getAnnotation(JsonSubTypes.class).value()) {
        discriminator.mapping(kind.name(), "#/components/schemas/" + kind.value().getSimpleName());
      }
    } catch (ClassNotFoundException gone) {
      throw new AssertionError(gone);
    }
  }

  private static void addProblem(Operation operation) {
    var schema = new Schema<>().$ref("#/components/schemas/ProblemBody");
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("A problem (RFC 9457)")
                .content(
                    new Content()
                        .addMediaType("application/problem+json", new MediaType().schema(schema))));
  }

  private static RouteRule rule(RouteTable routes, String method, String path) {
    return routes.rules().stream()
        .filter(it -> it.method().equals(HttpMethod.valueOf(method)) && it.pattern().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule for " + method + " " + path));
  }

  private static void addRule(Operation operation, RouteRule rule) {
    switch (rule.access()) {
      case Access.Everyone _ -> operation.addExtension("x-access", "everyone");
      case Access.SignedIn _ -> operation.addExtension("x-access", "signed in");
      case Access.AtLeast(var role, var scope) -> {
        operation.addExtension("x-access", role.word());
        operation.addExtension("x-scope", scope);
      }
      case Access.People(var role) -> {
        operation.addExtension("x-access", role.word());
        operation.addExtension("x-people-only", true);
      }
    }
  }
}
