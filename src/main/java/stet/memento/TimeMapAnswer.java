package stet.memento;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.ingest.MementoAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A TimeMap (RFC 7089 section 5): in the link format, or as JSON with {@code original_uri}, {@code
 * mementos.list} and {@code timemap_index} or {@code pages}, as MemGator and others write it.
 */
final class TimeMapAnswer {
  private static final Pattern LINK = Pattern.compile("<([^<>]*)>([^<]*)");
  private static final Pattern REL = Pattern.compile("\\brel\\s*=\\s*\"?([^\";,]+)\"?");
  private static final Pattern DATETIME = Pattern.compile("\\bdatetime\\s*=\\s*\"([^\"]+)\"");

  private final String page;
  private final List<Listed> mementos = new ArrayList<>();
  private final List<String> more = new ArrayList<>();
  private int unreadable;

  private TimeMapAnswer(String page) {
    this.page = page;
  }

  /**
   * Reads a TimeMap.
   *
   * @param page the address of the page that it is of, where it does not say so itself
   * @param self the address that it was fetched from
   */
  static Listing read(String text, String page, String self) {
    TimeMapAnswer answer = new TimeMapAnswer(page);
    if (text.stripLeading().startsWith("{")) {
      answer.readJson(text);
    } else {
      answer.readLinks(text);
    }
    answer.more.removeIf(self::equals);
    return new Listing(answer.mementos, answer.more, "", answer.unreadable);
  }

  /** The TimeMap that an answer's Link fields name; empty where they name none. */
  static Optional<String> timeMapOf(List<String> linkFields) {
    TimeMapAnswer answer = new TimeMapAnswer("");
    linkFields.forEach(answer::readLinks);
    return answer.more.stream().findFirst();
  }

  private void readLinks(String text) {
    String original = page;
    Matcher link = LINK.matcher(text);
    while (link.find()) {
      Matcher rel = REL.matcher(link.group(2));
      List<String> kinds = rel.find() ? List.of(rel.group(1).strip().split("\\s+")) : List.of();
      if (kinds.contains("original")) {
        original = link.group(1);
      } else if (kinds.contains("timemap")) {
        more.add(link.group(1));
      } else if (kinds.contains("memento")) {
        Matcher time = DATETIME.matcher(link.group(2));
        add(original, link.group(1), time.find() ? time.group(1) : "");
      }
    }
  }

  private void readJson(String text) {
    try {
      JsonNode root = JsonMapper.shared().readTree(text);
      String original = root.path("original_uri").asString(page);
      for (JsonNode memento : root.path("mementos").path("list")) {
        add(original, memento.path("uri").asString(""), memento.path("datetime").asString(""));
      }
      for (JsonNode index : root.path("timemap_index")) {
        more.add(index.path("uri").asString(""));
      }
      JsonNode next = root.path("pages").path("next");
      if (!next.isMissingNode()) {
        more.add(next.path("uri").asString(next.asString("")));
      }
    } catch (JacksonException e) {
      unreadable++;
    }
  }

  private void add(String original, String memento, String time) {
    Optional<Instant> at = MementoAddress.time(time);
    if (at.isPresent()) {
      mementos.add(new Listed(original, at.get(), memento, "", ""));
    } else {
      unreadable++;
    }
  }
}
