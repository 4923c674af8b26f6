package stet.serve.memento;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.app.CollectionHome;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Exchange;
import stet.capture.HttpHead;
import stet.capture.Payload;
import stet.track.CollectionWriter;

/** Collections of fictional captures, and what a Memento client reads of their links. */
final class Kept {
  static final Instant DAWN = Instant.parse("2026-03-14T06:00:00Z");

  private static final Pattern LINK =
      Pattern.compile(
          "<([\\x21-\\x3b\\x3d\\x3f-\\x7e]*)>((?:; [a-z]+=\"[ -!#-~]*\")+)(,\\s+|\\s*$)");
  private static final Pattern REL = Pattern.compile("; rel=\"([^\"]*)\"");

  private Kept() {}

  static String story(String paragraph) {
    return """
    <!doctype html><html lang="en"><head><title>Bridge shut</title></head><body><article>
    <h1>Bridge shut after crack found</h1>
    <p>The harbour bridge of the fictional Port Alder was shut on Saturday, the port said.</p>
    <p>%s</p>
    <p>Ferries will run every twenty minutes from dawn until the inspection has ended.</p>
    </article></body></html>
    """
        .formatted(paragraph);
  }

  /** A page as a server gave it, so many minutes after dawn. */
  static Capture answer(String uri, int minutes, String status, String fields, byte[] body) {
    Payload payload = Payload.of(body);
    String head = "HTTP/1.1 " + status + "\r\n" + fields + "\r\n";
    HttpHead response = HttpHead.of(head.getBytes(UTF_8));
    return new Capture(
        uri,
        DAWN.plusSeconds(60L * minutes),
        0,
        response.first("Content-Type").orElse(""),
        payload,
        new CaptureSource.Live(uri),
        new Exchange.Http(HttpHead.NONE, response, payload, ""));
  }

  static Capture page(String uri, int minutes, String html) {
    String fields = "Content-Type: text/html; charset=utf-8\r\n";
    return answer(uri, minutes, "200 OK", fields, html.getBytes(UTF_8));
  }

  static void keep(Path home, List<Capture> captures) throws IOException {
    new CollectionHome(home).make();
    try (CollectionWriter writer =
        CollectionWriter.open(home, java.time.Clock.systemUTC(), Duration.ZERO)) {
      writer.tracker().accept(captures);
    }
  }

  /**
   * The targets of links by their relation types, in order.
   *
   * @throws AssertionError where anything in the text is no well-formed link
   */
  static Map<String, List<String>> links(String text) {
    Map<String, List<String>> links = new LinkedHashMap<>();
    Matcher link = LINK.matcher(text);
    int end = 0;
    while (link.find() && link.start() == end) {
      end = link.end();
      Matcher rel = REL.matcher(link.group(2));
      if (!rel.find()) {
        throw new AssertionError("a link without a relation: " + link.group());
      }
      for (String type : rel.group(1).split(" ")) {
        links.computeIfAbsent(type, t -> new java.util.ArrayList<>()).add(link.group(1));
      }
    }
    if (end != text.length()) {
      throw new AssertionError("no link: " + text.substring(end));
    }
    return links;
  }
}
