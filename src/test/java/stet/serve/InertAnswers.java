package stet.serve;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import stet.capture.Digest;
import tools.jackson.databind.json.JsonMapper;

/** Says what in an answer could run, load or lead away, whatever was sent to have it made. */
final class InertAnswers {
  private final Served served;

  InertAnswers(Served served) {
    this.served = served;
  }

  /** Each fault in words; none where the answer is inert. */
  List<String> faults(HttpResponse<String> answer) {
    List<String> faults = new ArrayList<>();
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!policy.contains("default-src 'none'") || policy.contains("unsafe")) {
      faults.add("policy: " + policy);
    }
    if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")) {
      faults.add("no nosniff");
    }
    if (answer.statusCode() >= 500) {
      faults.add("status " + answer.statusCode());
    }
    answer.headers().firstValue("Location").ifPresent(l -> addLeading(faults, answer.uri(), l));
    String disposition = answer.headers().firstValue("Content-Disposition").orElse("");
    if (policy.startsWith("sandbox") && disposition.equals("attachment")) {
      // Bytes as they were archived are not shown, whatever stands in them.
      return faults;
    }
    if (type.startsWith("text/html")) {
      html(faults, policy, Jsoup.parse(answer.body(), answer.uri().toString()));
    } else if (type.contains("json")) {
      json(faults, type, answer.body());
    } else if (type.startsWith("image/svg")
        && answer.body().toLowerCase(Locale.ROOT).contains("<script")) {
      faults.add("a script in a picture");
    }
    List<String> told = new ArrayList<>();
    faults.forEach(f -> told.add(answer.request().method() + " " + answer.uri() + ": " + f));
    return told;
  }

  private void addLeading(List<String> faults, URI asked, String location) {
    String target = asked.resolve(location).toString();
    if (!target.startsWith(served.at("/")) || location.contains("\\") || location.contains("//e")) {
      faults.add("leads to " + location);
    }
  }

  private static void json(List<String> faults, String type, String body) {
    if (!type.startsWith("application/")) {
      faults.add("JSON as " + type);
    }
    try {
      if (!type.contains("ndjson") && !body.isEmpty()) {
        JsonMapper.shared().readTree(body);
      }
    } catch (RuntimeException e) {
      faults.add("no JSON");
    }
  }

  private void html(List<String> faults, String policy, Document page) {
    for (Element element : page.getAllElements()) {
      for (Attribute attribute : element.attributes()) {
        attribute(faults, element, attribute.getKey().toLowerCase(Locale.ROOT));
      }
    }
    for (Element script : page.select("script")) {
      if (!script.absUrl("src").equals(served.at("/stet.js")) || !script.data().isEmpty()) {
        faults.add("script " + script.outerHtml());
      }
    }
    for (Element style : page.select("style")) {
      byte[] digest = Digest.algorithm().digest(style.data().getBytes(StandardCharsets.UTF_8));
      if (!policy.contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")) {
        faults.add("style " + style.outerHtml());
      }
    }
    for (Element style : page.select("link[rel=stylesheet]")) {
      if (!style.absUrl("href").equals(served.at("/stet.css"))) {
        faults.add("style sheet " + style.outerHtml());
      }
    }
    String loading = "base, iframe, frame, object, embed, applet, portal, template, math";
    page.select(loading).forEach(e -> faults.add("element " + e.tagName()));
    for (Element refresh : page.select("meta[http-equiv=refresh]")) {
      String url = refresh.attr("content").replaceFirst("(?i)^0;url=", "");
      if (!url.startsWith("find/here?url=")) {
        faults.add("refresh " + refresh.outerHtml());
      }
    }
  }

  private void attribute(List<String> faults, Element element, String name) {
    String value = element.attr(name);
    if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc")) {
      faults.add("attribute " + name + "=" + value);
    } else if (List.of(
            "href",
            "xlink:href",
            "src",
            "action",
            "formaction",
            "poster",
            "ping",
            "srcset",
            "data",
            "background")
        .contains(name)) {
      String plain = value.replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
      boolean own = plain.startsWith("javascript:void(open('" + served.at("/find?url='"));
      boolean bad = plain.startsWith("javascript:") || plain.startsWith("vbscript:");
      boolean data = plain.startsWith("data:") && !plain.startsWith("data:image/");
      if (bad && !own || data) {
        faults.add("address " + value);
      }
      boolean followed = element.is("a, link:not([rel=stylesheet])") && name.equals("href");
      if (!followed
          && !plain.startsWith("data:")
          && !plain.startsWith("#")
          && !element.absUrl(name).startsWith(served.at("/"))) {
        faults.add("loads or sends to " + value);
      }
    }
  }
}
