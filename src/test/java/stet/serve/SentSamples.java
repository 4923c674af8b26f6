package stet.serve;

import java.util.List;
import stet.serve.OpenApiTest.Sample;

/** Requests that send files, of which {@code docs/openapi.json} says how they are answered. */
final class SentSamples {
  /** The largest file that the server of the test takes in, in bytes. */
  static final int UPLOAD = 20_000;

  private SentSamples() {}

  static List<Sample> imports() {
    String page = "<title>Pier</title><h1>Pier reopens</h1><p>The pier is open again.";
    String at = "/import?url=https://courier.example/pier&time=2026-03-14T12:00:00Z";
    return List.of(
        sent("200", at, page, "Content-Type", "text/html"),
        sent("400", "/import", page, "Content-Type", "text/html"),
        sent("401", at, page, "Content-Type", "text/html"),
        sent("403", at, page, "Content-Type", "text/html", "Authorization", OpenApiTest.READER),
        sent("413", at, " ".repeat(UPLOAD + 1), "Content-Type", "text/html"),
        sent("415", at, page, "Content-Type", "application/json"),
        sent("422", "/import", "no record", "Content-Type", "application/warc"),
        new Sample("post /import", "default", "/import", "DELETE", new String[0]));
  }

  static List<Sample> foreign(String path, String one) {
    String page = "<title>Ferry</title><h1>Ferry</h1><p>The ferry went on time, the line said.";
    String json = "{\"memento\": \"http://127.0.0.1:1/web/20260101000000/https://a.example/\"}";
    String[] html = {"Content-Type", "text/html"};
    String[] reading = {"Content-Type", "text/html", "Authorization", OpenApiTest.READER};
    String post = "post " + path;
    return List.of(
        new Sample(post, "200", one + "?version=1", page, html),
        new Sample(post, "400", one, "{}", new String[0]),
        new Sample(post, "401", one, page, html),
        new Sample(post, "403", one, page, reading),
        new Sample(post, "404", one + "?version=99", page, html),
        new Sample(post, "413", one, " ".repeat((1 << 16) + 1) + json, new String[0]),
        new Sample(post, "415", one, page, new String[] {"Content-Type", "text/css"}),
        new Sample(post, "422", one, json, new String[0]),
        new Sample(post, "default", one, "DELETE", new String[0]));
  }

  private static Sample sent(String status, String asked, String body, String... with) {
    return new Sample("post /import", status, asked, body, with);
  }
}
