package stet.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.notes.Annotation;
import stet.notes.Quote;
import stet.notes.Remark;
import stet.notes.Subject;
import stet.text.SafeText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Annotations as the W3C Web Annotation Data Model has them (JSON-LD): a page of annotations, each
 * with two targets, the old text and the new one, which are the article at the time at which each
 * was seen ({@code TimeState}) and the words in it ({@code TextQuoteSelector}). The verdict is a
 * body that classifies, the note one that comments, the mark a tag.
 */
public final class WebAnnotations {
  private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";
  private static final String URN = "urn:uuid:";
  private static final String IMPORTANT = "important";

  private WebAnnotations() {}

  /**
   * What was read.
   *
   * @param problems of others, one line each
   */
  public record Read(List<Annotation> annotations, List<String> problems) {}

  /**
   * Writes them.
   *
   * @param out is not closed
   * @throws IOException when it cannot be written
   */
  public static void write(List<Annotation> annotations, OutputStream out) throws IOException {
    ObjectNode page = Parts.object().put("@context", CONTEXT);
    page.put("id", "urn:stet:annotations").put("type", "AnnotationPage");
    page.set("items", Parts.list(annotations, WebAnnotations::item));
    String json = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(page);
    out.write((SafeText.escaped(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode item(Annotation annotation) {
    Remark remark = annotation.remark();
    ObjectNode out = Parts.object().put("id", URN + annotation.id()).put("type", "Annotation");
    out.put("motivation", annotation.isVerdict() ? "assessing" : "commenting");
    out.put("created", annotation.createdAt().toString());
    out.put("modified", annotation.modifiedAt().toString());
    if (!remark.author().isEmpty()) {
      out.set("creator", Parts.object().put("type", "Person").put("name", remark.author()));
    }
    ArrayNode bodies = out.putArray("body");
    body(bodies, "classifying", remark.verdict());
    body(bodies, "commenting", remark.text());
    body(bodies, "tagging", remark.important() ? IMPORTANT : "");
    Subject subject = annotation.subject();
    Quote quote = subject.quote();
    ArrayNode targets = out.putArray("target");
    targets.add(target(subject, subject.notBefore(), quote.removed()));
    targets.add(target(subject, subject.seenAt(), quote.inserted()));
    return out;
  }

  private static void body(ArrayNode bodies, String purpose, String value) {
    if (!value.isEmpty()) {
      ObjectNode body = bodies.addObject().put("type", "TextualBody").put("purpose", purpose);
      body.put("format", "text/plain").put("value", value);
    }
  }

  private static ObjectNode target(Subject subject, Instant at, String exact) {
    ObjectNode target = Parts.object().put("type", "SpecificResource");
    target.put("source", subject.uri());
    target.set("state", Parts.object().put("type", "TimeState").put("sourceDate", at.toString()));
    if (!subject.quote().isWhole()) {
      target.set(
          "selector",
          Parts.object()
              .put("type", "TextQuoteSelector")
              .put("exact", exact)
              .put("prefix", subject.quote().prefix())
              .put("suffix", subject.quote().suffix()));
    }
    return target;
  }

  /**
   * Reads what {@link #write} wrote, a list of such annotations, or one.
   *
   * @param json in UTF-8
   * @throws IllegalArgumentException when it is none of these, with a sentence for a person
   */
  public static Read read(byte[] json) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("That is no JSON.", e);
    }
    JsonNode items = root.isArray() ? root : root.path("items");
    List<Annotation> annotations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    if (items.isArray()) {
      int number = 0;
      for (JsonNode item : items) {
        add(item, ++number, annotations, problems);
      }
    } else if (root.path("type").asString("").equals("Annotation")) {
      add(root, 1, annotations, problems);
    } else {
      throw new IllegalArgumentException("There are no web annotations in it.");
    }
    return new Read(annotations, problems);
  }

  private static void add(
      JsonNode item, int number, List<Annotation> annotations, List<String> problems) {
    try {
      annotations.add(annotation(item));
    } catch (IllegalArgumentException e) {
      problems.add("annotation " + number + ": " + e.getMessage());
    } catch (DateTimeException e) {
      problems.add("annotation " + number + ": A time is none of ISO 8601.");
    }
  }

  private static Annotation annotation(JsonNode item) {
    JsonNode targets = item.path("target");
    if (!targets.isArray() || targets.size() != 2) {
      throw new IllegalArgumentException("It has not two targets, the old text and the new one.");
    }
    JsonNode before = targets.get(0);
    JsonNode after = targets.get(1);
    Quote quote =
        new Quote(
            text(before.path("selector"), "exact"),
            text(after.path("selector"), "exact"),
            text(after.path("selector"), "prefix"),
            text(after.path("selector"), "suffix"));
    String id = text(item, "id");
    Instant created = Instant.parse(text(item, "created"));
    return new Annotation(
        id.startsWith(URN) ? id.substring(URN.length()) : id,
        new Subject(text(after, "source"), at(before), at(after), quote),
        remark(item),
        created,
        item.has("modified") ? Instant.parse(text(item, "modified")) : created);
  }

  private static Instant at(JsonNode target) {
    return Instant.parse(text(target.path("state"), "sourceDate"));
  }

  private static Remark remark(JsonNode item) {
    String verdict = "";
    String note = "";
    boolean important = false;
    for (JsonNode body : item.path("body")) {
      switch (text(body, "purpose")) {
        case "classifying" -> verdict = text(body, "value");
        case "commenting" -> note = text(body, "value");
        case "tagging" -> important |= text(body, "value").equals(IMPORTANT);
        default -> {
          // Other programs say other things with it; what stet has no place for is passed over.
        }
      }
    }
    return new Remark(verdict, important, note, text(item.path("creator"), "name"));
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asString("");
  }
}
