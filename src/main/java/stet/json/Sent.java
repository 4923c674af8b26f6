package stet.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import stet.notes.Annotation;
import stet.notes.Quote;
import stet.notes.Remark;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What programs send. */
public final class Sent {
  private Sent() {}

  /**
   * Addresses; one of the lists may be empty.
   *
   * @param urls of articles
   * @param feeds of feeds, sitemaps and section pages
   */
  public record Addresses(List<String> urls, List<String> feeds) {
    public Addresses {
      urls = List.copyOf(urls);
      feeds = List.copyOf(feeds);
    }
  }

  /**
   * The addresses of {@code {"urls": [...], "feeds": [...]}}, of which one may be left out; other
   * members are passed over.
   *
   * @param json in UTF-8
   * @param most how many in each list
   * @return at least one
   * @throws IllegalArgumentException when it is something else, with a sentence for a person
   */
  public static Addresses addresses(byte[] json, int most) {
    JsonNode sent = parsed(json);
    Addresses all = new Addresses(list(sent.path("urls"), most), list(sent.path("feeds"), most));
    if (all.urls().isEmpty() && all.feeds().isEmpty()) {
      throw new IllegalArgumentException("A list of addresses is needed: {\"urls\": [\"…\"]}.");
    }
    return all;
  }

  private static List<String> list(JsonNode list, int most) {
    if (list.isMissingNode()) {
      return List.of();
    } else if (!list.isArray()) {
      throw new IllegalArgumentException("A list of addresses is needed: {\"urls\": [\"…\"]}.");
    } else if (list.size() > most) {
      throw new IllegalArgumentException("There are more than " + most + " addresses.");
    }
    List<String> urls = new ArrayList<>();
    for (JsonNode url : list) {
      if (!url.isString()) {
        throw new IllegalArgumentException("An address is a text, and one of these is none.");
      }
      urls.add(url.stringValue());
    }
    return urls;
  }

  /**
   * What somebody says of a revision.
   *
   * @param article its key or address
   * @param version to which the revision led
   * @param quote the words in it that are meant
   */
  public record Said(String article, int version, Quote quote, Remark remark) {}

  /**
   * An annotation to be made: {@code {"article": "KEY", "version": 3, "verdict": "…"}}, with {@code
   * quote}, {@code important}, {@code note} and {@code author} where they are wanted.
   *
   * @param json in UTF-8
   * @throws IllegalArgumentException when it is something else, with a sentence for a person
   */
  public static Said said(byte[] json) {
    return AnnotationJson.said(parsed(json));
  }

  /**
   * The same annotation as it is to read now; its subject stays.
   *
   * @throws IllegalArgumentException when it is something else, with a sentence for a person
   */
  public static Annotation changed(Annotation known, byte[] json, Instant now) {
    return AnnotationJson.changed(known, parsed(json), now);
  }

  static String text(JsonNode node, String member) {
    JsonNode value = node.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    } else if (!value.isString()) {
      throw new IllegalArgumentException("'" + member + "' is to be a text.");
    }
    return value.stringValue();
  }

  /**
   * The address of {@code {"memento": "..."}}; other members are passed over.
   *
   * @param json in UTF-8
   * @throws IllegalArgumentException when it is something else, with a sentence for a person
   */
  public static String memento(byte[] json) {
    JsonNode memento = parsed(json).path("memento");
    if (!memento.isString() || memento.stringValue().isBlank()) {
      throw new IllegalArgumentException("An address is needed: {\"memento\": \"…\"}.");
    }
    return memento.stringValue().strip();
  }

  private static JsonNode parsed(byte[] json) {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("What was sent is no JSON.", e);
    }
  }
}
