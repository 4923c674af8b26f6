package stet.serve;

import static stet.serve.Sending.AT;
import static stet.serve.Sending.BOUNDARY;
import static stet.serve.Sending.EDITOR;
import static stet.serve.Sending.PAGE;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import stet.serve.http.Route;
import tools.jackson.databind.json.JsonMapper;

/** For every route that writes, a request that would be obeyed if an editor sent it. */
final class WriteSamples {
  /** An address that a collection has checked before anything else happens. */
  static final String TRACKED = "http://127.0.0.1:1/a";

  static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;
  private static final String JSON = "application/json";
  private static final String[] KEY = {"Authorization", "Bearer " + EDITOR};

  private final Map<String, Sample> samples = new LinkedHashMap<>();
  private final String key;
  private final String note;
  private final String other;

  /**
   * A request.
   *
   * @param path with a query that may be empty
   * @param form whether it is one of the server's own forms, which send a token
   */
  record Sample(String method, String path, String type, String body, boolean form) {
    /** The same with what a form of the server sends along. */
    Sample with(String token) {
      if (type.equals(FORM)) {
        return new Sample(method, path, type, body + "&token=" + encoded(token), form);
      }
      String sign = path.contains("?") ? "&" : "?";
      return new Sample(method, path + sign + "token=" + encoded(token), type, body, form);
    }

    /** The same under another media type; none where it is empty. */
    Sample as(String other) {
      return new Sample(method, path, other, body, form);
    }
  }

  /** Looks up what the requests name, and says two things that can be taken back. */
  WriteSamples(Served served) throws IOException {
    var articles = JsonMapper.shared().readTree(served.get("/api/v1/edits", KEY).body());
    var edit = articles.path("edits").get(0);
    key = edit.at("/article/key").asString();
    note = say(served);
    other = say(served);
    forms(edit.at("/article/uri").asString(), edit.at("/window/not_after").asString());
    data();
  }

  private String say(Served served) throws IOException {
    String said = "{\"article\": \"%s\", \"version\": 2, \"note\": \"fictional\"}".formatted(key);
    String id =
        JsonMapper.shared()
            .readTree(served.postJson("/api/v1/annotations", said, KEY).body())
            .path("annotation")
            .asString();
    if (id.isEmpty()) {
      throw new IllegalStateException("nothing was said");
    }
    return id;
  }

  private void forms(String uri, String seen) {
    String sheet = "article.uri,window.not_after,verdict\n%s,%s,typo\n".formatted(uri, seen);
    form("review", "review", "edit=" + encoded(key + "@" + seen) + "&verdict=softened");
    form("notes", "notes", "content=" + encoded(sheet));
    form("a/{key}/notes", "a/" + key + "/notes", "version=2&verdict=softened");
    form("a/{key}/notes/remove", "a/" + key + "/notes/remove", "annotation=" + encoded(note));
    form("watch/held", "watch/held", "number=1&verdict=released");
    form("watch/tracked", "watch/tracked", "act=untrack&uri=" + encoded(TRACKED));
    form("add", "add", "feed=" + encoded("https://courier.example/feed.xml"));
    String memento = "http://127.0.0.1:1/web/20260101000000/https://courier.example/";
    form("a/{key}/foreign-add", "a/" + key + "/foreign-add", "memento=" + encoded(memento));
    put("POST", "import", "import", MULTIPART, file(), true);
    put("POST", "a/{key}/foreign", "a/" + key + "/foreign", MULTIPART, file(), true);
  }

  private void data() {
    String api = "api/v1/";
    String urls = "{\"urls\": [\"https://courier.example/harbour\"]}";
    String at = api + "annotations/" + other;
    data("POST", api + "track", api + "track", JSON, urls);
    data("POST", api + "untrack", api + "untrack", JSON, urls);
    data("POST", api + "check", api + "check", JSON, "{\"urls\": [\"" + TRACKED + "\"]}");
    data("POST", api + "import", api + "import?" + AT, "text/html", PAGE);
    String one = api + "articles/" + key + "/diff?version=1";
    data("POST", api + "articles/{key}/diff", one, "text/html", PAGE);
    String said = "{\"article\": \"%s\", \"version\": 2, \"note\": \"y\"}".formatted(key);
    data("POST", api + "annotations", api + "annotations", JSON, said);
    data("PUT", api + "annotations/{id}", at, JSON, "{\"note\": \"z\"}");
    data("DELETE", api + "annotations/{id}", at, "", "");
  }

  private static String file() {
    String part = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"";
    return part
        + "url\"\r\n\r\nhttps://courier.example/pier\r\n"
        + part
        + "file\"; filename=\"a.html\"\r\nContent-Type: text/html\r\n\r\n"
        + PAGE
        + "\r\n--"
        + BOUNDARY
        + "--\r\n";
  }

  private void form(String pattern, String path, String body) {
    put("POST", pattern, path, FORM, body, true);
  }

  private void data(String method, String pattern, String path, String type, String body) {
    put(method, pattern, path, type, body, false);
  }

  private void put(
      String method, String pattern, String path, String type, String body, boolean form) {
    samples.put(method + " " + pattern, new Sample(method, "/" + path, type, body, form));
  }

  /**
   * @throws IllegalStateException when a route has none
   */
  Sample of(Route route) {
    Sample sample = samples.get(route.method() + " " + route.pattern());
    if (sample == null) {
      throw new IllegalStateException(
          "Add a request for " + route.method() + " " + route.pattern() + " to WriteSamples.");
    }
    return sample;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
