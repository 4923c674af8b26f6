package stet.spark;

import static stet.ingest.warc.Records.bytes;
import static stet.ingest.warc.Records.response;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Answers of a real web archive as WARC records, as if a crawler had stood beside. */
final class RecordedAnswers {
  private RecordedAnswers() {}

  /** The records of one recording; lists of captures are none of a page, and yet answers. */
  @SuppressWarnings("unchecked")
  static List<byte[]> of(Path recording) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(1 << 26);
    Map<String, Object> root =
        new Yaml(new SafeConstructor(options)).load(Files.readString(recording));
    return ((List<Map<String, Object>>) root.get("interactions"))
        .stream().map(RecordedAnswers::record).toList();
  }

  @SuppressWarnings("unchecked")
  private static byte[] record(Map<String, Object> one) {
    String uri = (String) ((Map<String, Object>) one.get("request")).get("uri");
    Map<String, Object> answer = (Map<String, Object>) one.get("response");
    Object body = ((Map<String, Object>) answer.get("body")).get("string");
    Object status = ((Map<String, Object>) answer.get("status")).get("code");
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Recorded\r\n");
    Instant[] at = {Instant.EPOCH};
    ((Map<String, List<String>>) answer.get("headers"))
        .forEach(
            (name, values) -> {
              if (name.equalsIgnoreCase("date")) {
                at[0] =
                    ZonedDateTime.parse(values.get(0), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
              }
              if (!name.toLowerCase(Locale.ROOT).matches("transfer-encoding|content-length")) {
                values.forEach(v -> head.append(name).append(": ").append(v).append("\r\n"));
              }
            });
    byte[] bytes = body instanceof byte[] b ? b : bytes(String.valueOf(body));
    return response(uri, at[0].toString(), head.append("\r\n").toString(), bytes);
  }
}
