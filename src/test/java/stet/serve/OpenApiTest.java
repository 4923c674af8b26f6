package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.app.ServedCollection;
import stet.app.Tracking;
import stet.report.ReportOptions;
import stet.serve.api.Api;
import stet.serve.http.Access;
import stet.serve.http.Route;
import stet.serve.page.Site;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/openapi.json} is what the server does: every path, method and status of it is asked
 * for, and each answer is held against what the file says of it.
 */
class OpenApiTest {
  static final String READER = "Bearer reader-token-0123456789";
  private static final String EDITOR = "Bearer editor-token-0123456789";
  private static final Access KEYS =
      Access.of(List.of("reader " + READER.substring(7), "editor " + EDITOR.substring(7)), false);
  private static final String BASE = "https://stet.example/";
  private static final String TEXT = read("docs/openapi.json");
  private static final JsonNode FILE = JsonMapper.shared().readTree(TEXT);
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemas(
                  Map.of(
                      BASE + "openapi.json",
                      TEXT,
                      BASE + "stet-1.schema.json",
                      read("docs/stet-1.schema.json"))));

  @TempDir static Path home;
  static Served served;
  static JsonNode article;
  static String key;
  static String annotation;
  static String capture;
  static String doomed;

  /** A request of which the file says with which status it is answered. */
  record Sample(String operation, String status, String path, String body, String[] with) {
    String declared() {
      return operation + " " + status;
    }
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeAll
  static void serve() throws IOException {
    Served.fill(home);
    Files.writeString(
        home.resolve("stet.toml"), "import.max-upload = " + SentSamples.UPLOAD + "\n");
    WatchSamples.fill(home);
    served = Served.of(home, KEYS);
    JsonNode articles = json(served.get("/api/v1/articles?q=ferry", "Authorization", READER));
    article = articles.at("/articles/0/article");
    key = article.path("key").asString();
    annotation = annotated();
    JsonNode kept =
        json(served.get("/api/v1/articles/" + key + "/captures", "Authorization", READER))
            .at("/captures/0/capture");
    capture = kept.path("warc_file").asString() + "-" + kept.path("warc_offset").asLong();
    doomed = annotated();
  }

  @AfterAll
  static void stop() {
    served.close();
    assertThat(served.faults()).isEmpty();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }

  static Sample get(String path, String status, String asked, String... with) {
    return new Sample("get " + path, status, asked, "", with);
  }

  static Sample post(String path, String status, String body, String... with) {
    return new Sample("post " + path, status, path, body, with);
  }

  private static List<Sample> samples() {
    String one = "/articles/" + key;
    String two = "/articles/{key}";
    List<Sample> all = new ArrayList<>();
    all.addAll(reads("/edits", "/edits?since=2020-01-01&limit=2", "/edits?limit=0"));
    all.add(get("/edits", "200", "/edits", "Accept", "application/x-ndjson"));
    all.addAll(reads("/articles", "/articles?limit=2", "/articles?limit=x"));
    all.add(get("/articles", "200", "/articles", "Accept", "application/x-ndjson"));
    all.addAll(reads(two, one, ""));
    all.add(get(two, "404", "/articles/none"));
    all.addAll(reads(two + "/versions/{number}", one + "/versions/2", one + "/versions/x"));
    all.add(get(two + "/versions/{number}", "404", one + "/versions/99"));
    all.addAll(reads(two + "/diff/{versions}", one + "/diff/3..1", one + "/diff/3"));
    all.add(get(two + "/diff/{versions}", "404", one + "/diff/1..99"));
    all.addAll(reads(two + "/blame/{number}", one + "/blame/2", one + "/blame/0"));
    all.add(get(two + "/blame/{number}", "404", "/articles/none/blame/1"));
    all.addAll(reads(two + "/captures", one + "/captures?limit=1", one + "/captures?after=x"));
    all.add(get(two + "/captures", "404", "/articles/none/captures"));
    all.add(get(two + "/captures", "200", one + "/captures", "Accept", "application/x-ndjson"));
    all.addAll(reads(two + "/captures/{capture}", one + "/captures/" + capture, ""));
    all.add(get(two + "/captures/{capture}", "404", one + "/captures/..-0"));
    all.addAll(reads("/search", "/search?q=ferry&limit=1", "/search"));
    all.addAll(reads("/outlets", "/outlets", ""));
    all.addAll(reads("/figures", "/figures?by=section", "/figures?by=moon"));
    all.add(get("/figures", "404", "/figures?outlet=nowhere.example"));
    all.addAll(reads("/openapi.json", "/openapi.json", ""));
    all.addAll(reads("/stet-1.schema.json", "/stet-1.schema.json", ""));
    String known = "/find?url=" + article.path("uri").asString();
    all.addAll(reads("/find", known, "/find?url=courier"));
    all.add(get("/find", "404", "/find?url=https://courier.example/none"));
    all.addAll(WatchSamples.all());
    all.addAll(AnnotationSamples.all(key, annotation, doomed));
    all.addAll(SentSamples.imports());
    all.addAll(SentSamples.foreign(two + "/diff", one + "/diff"));
    // 304 is of what has a tag, 401 of what needs a token.
    all.removeIf(
        s ->
            WatchSamples.WITHOUT_TAG.contains(s.operation()) && s.status().equals("304")
                || s.operation().endsWith(".json") && s.status().equals("401"));
    return all;
  }

  static List<Sample> reads(String path, String right, String wrong) {
    List<Sample> reads = new ArrayList<>();
    reads.add(get(path, "200", right));
    reads.add(get(path, "304", right));
    reads.add(get(path, "401", right));
    reads.add(new Sample("get " + path, "default", right, "DELETE", new String[0]));
    if (!wrong.isEmpty()) {
      reads.add(get(path, "400", wrong));
    }
    return reads;
  }

  @Test
  void everyRouteIsToldAndNoneIsToldThatIsNotThere() throws IOException {
    Set<String> told = new TreeSet<>();
    FILE.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .propertyNames()
                    .forEach(method -> told.add(method + " " + path.getKey())));
    try (ServedCollection collection =
        ServedCollection.open(new CollectionHome(home), Served.CLOCK)) {
      Site site =
          new Site(
              collection,
              new ReportOptions("", ZoneId.of("UTC"), "stet test"),
              Tracking.Wish.FROM_AFAR);
      Set<String> there = new TreeSet<>();
      for (Route route : Api.routes(site)) {
        assertThat(route.pattern()).startsWith(Api.ROOT);
        there.add(
            route.method().toLowerCase(java.util.Locale.ROOT)
                + " "
                + route.pattern().substring(Api.ROOT.length() - 1));
      }
      assertThat(there).isEqualTo(told);
    }
  }

  @Test
  void everyStatusIsAskedFor() {
    Set<String> told = new TreeSet<>();
    FILE.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            method
                                .getValue()
                                .path("responses")
                                .propertyNames()
                                .forEach(
                                    status ->
                                        told.add(
                                            method.getKey()
                                                + " "
                                                + path.getKey()
                                                + " "
                                                + status))));
    Set<String> asked = new TreeSet<>();
    samples().forEach(s -> asked.add(s.declared()));
    assertThat(asked).isEqualTo(told);
  }

  @TestFactory
  List<DynamicTest> answersAreAsTheFileSays() {
    return samples().stream()
        .map(s -> DynamicTest.dynamicTest(s.declared() + " " + s.path(), () -> check(s)))
        .toList();
  }

  private static void check(Sample sample) throws IOException {
    HttpResponse<String> response = ask(sample, "");
    if (sample.status().equals("304")) {
      String tag = response.headers().firstValue("ETag").orElseThrow();
      response = ask(sample, tag);
      assertThat(response.body()).isEmpty();
    }
    boolean other = sample.status().equals("default");
    assertThat(response.statusCode())
        .as(response.body())
        .isEqualTo(other ? 405 : Integer.parseInt(sample.status()));
    String[] operation = sample.operation().split(" ");
    String pointer =
        "/paths/"
            + operation[1].replace("/", "~1")
            + "/"
            + operation[0]
            + "/responses/"
            + sample.status();
    JsonNode told = FILE.at(pointer);
    if (told.has("$ref")) {
      pointer = told.path("$ref").asString().substring(1);
      told = FILE.at(pointer);
    }
    for (String header : told.path("headers").propertyNames()) {
      if (!header.equals("Link")) {
        assertThat(response.headers().firstValue(header)).as(header).isPresent();
      }
    }
    if (told.has("content")) {
      body(response, pointer, told.path("content"));
    }
  }

  private static HttpResponse<String> ask(Sample sample, String tag) throws IOException {
    List<String> with = new ArrayList<>(Arrays.asList(sample.with()));
    if (!with.contains("Authorization") && !sample.status().equals("401")) {
      with.addAll(List.of("Authorization", EDITOR));
    }
    if (!tag.isEmpty()) {
      with.addAll(List.of("If-None-Match", tag));
    }
    boolean other = Set.of("DELETE", "PATCH").contains(sample.body());
    String told = sample.operation().split(" ")[0].toUpperCase(java.util.Locale.ROOT);
    String method = other ? sample.body() : told;
    if (!Set.of("GET", "DELETE").contains(told) && !with.contains("Content-Type") || other) {
      with.addAll(List.of("Content-Type", "application/json"));
    }
    var request = served.request("/api/v1" + sample.path(), with.toArray(String[]::new));
    return served.send(request.method(method, BodyPublishers.ofString(other ? "" : sample.body())));
  }

  /** The name of an annotation that was just made. */
  private static String annotated() throws IOException {
    String said = "{\"article\": \"%s\", \"version\": 2, \"note\": \"x\"}".formatted(key);
    JsonNode made = json(served.postJson("/api/v1/annotations", said, "Authorization", EDITOR));
    return made.path("annotation").asString();
  }

  private static void body(HttpResponse<String> response, String pointer, JsonNode content) {
    String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
    assertThat(content.has(type)).as("%s in %s", type, content).isTrue();
    Schema schema =
        REGISTRY.getSchema(
            SchemaLocation.of(
                BASE
                    + "openapi.json#"
                    + pointer
                    + "/content/"
                    + type.replace("/", "~1")
                    + "/schema"));
    List<String> objects =
        type.endsWith("ndjson") ? response.body().lines().toList() : List.of(response.body());
    assertThat(objects).isNotEmpty();
    for (String object : objects) {
      assertThat(schema.validate(JsonMapper.shared().readTree(object))).as(object).isEmpty();
    }
  }

  /** The test of the test: what is of another kind is refused. */
  @Test
  void anotherObjectIsRefused() {
    Schema schema =
        REGISTRY.getSchema(
            SchemaLocation.of(
                BASE
                    + "openapi.json#/paths/~1outlets/get/responses/200/content/application~1json/schema"));
    assertThat(schema.validate(JsonMapper.shared().readTree("{\"schema\":\"stet/1\"}")))
        .isNotEmpty();
  }

  @Test
  void theFilesAreHandedOutAsTheyAre() throws IOException {
    assertThat(served.get("/api/v1/openapi.json").body()).isEqualTo(TEXT);
    assertThat(served.get("/api/v1/stet-1.schema.json").body())
        .isEqualTo(read("docs/stet-1.schema.json"));
  }
}
