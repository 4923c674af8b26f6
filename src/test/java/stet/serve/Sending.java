package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import stet.json.StetSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that tests send to a server, and what is told of them. */
final class Sending {
  static final String READER = "reader-token-0123456789";
  static final String EDITOR = "editor-token-0123456789";
  static final String PAGE =
      "<title>Pier</title><article><h1>Pier reopens</h1><p>The pier at Port Alder is open again"
          + " after a winter of repairs, the harbour office said on Monday.</p><p>Boats may land"
          + " from Tuesday on.</p></article>";
  static final String AT = "url=https://courier.example/pier&time=2026-03-14T12:00:00Z";
  static final String BOUNDARY = "fictional-boundary";

  private Sending() {}

  static HttpResponse<String> send(
      Served served, String query, String type, byte[] content, String... headers)
      throws IOException {
    return served.send(
        served
            .request("/api/v1/import?" + query, headers)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(content)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static JsonNode counts(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(StetSchema.problems("imported", response.body())).isEmpty();
    return JsonMapper.shared().readTree(response.body()).path("counts");
  }

  /** Nothing of what was sent is left beside the collection. */
  static void assertTidy(Path home) throws IOException {
    Path incoming = home.resolve("incoming");
    if (Files.exists(incoming)) {
      try (Stream<Path> left = Files.list(incoming)) {
        assertThat(left).isEmpty();
      }
    }
  }

  /** What is read until a text has come; fails where nothing comes for half a minute. */
  static String until(InputStream in, String text) throws IOException {
    StringBuilder got = new StringBuilder();
    while (got.indexOf(text) < 0) {
      int c = in.read();
      assertThat(c).as(got.toString()).isNotNegative();
      got.append((char) c);
    }
    return got.toString();
  }
}
