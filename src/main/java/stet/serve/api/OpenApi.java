package stet.serve.api;

import java.io.IOException;
import java.io.InputStream;
import stet.capture.Digest;
import stet.serve.http.Answer;
import stet.serve.http.HttpProblem;

/** What describes the API: the files of {@code docs/}, as they are. */
final class OpenApi {
  static final String FILE = "openapi.json";
  static final String SCHEMA = "stet-1.schema.json";

  private OpenApi() {}

  /**
   * One of them.
   *
   * @throws IOException when it cannot be read
   */
  static Answer answer(String name) throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream("/stet/serve/" + name)) {
      if (in == null) {
        throw HttpProblem.notFound();
      }
      byte[] content = in.readAllBytes();
      String tag = "\"" + Digest.of(content).hex().substring(0, 32) + "\"";
      return Answer.of(200, Answer.JSON, content).with("ETag", tag);
    }
  }
}
