package stet.fetch.discovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import stet.fetch.discovery.Discovery.Candidate;
import stet.fetch.discovery.Discovery.Kind;
import stet.fetch.discovery.Discovery.Reach;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON Feed 1 and 1.1 (jsonfeed.org), read item by item so that a cut-off one gives what it has.
 */
final class FeedJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final String uri;
  private String title = "";
  private String language = "";
  private boolean items;
  private boolean feed;
  private HubLinks hubs = HubLinks.NONE;

  private FeedJson(String uri) {
    this.uri = uri;
  }

  /** Reads a feed; never throws. */
  static Discovery read(DiscoveryText text, String uri) {
    FeedJson reader = new FeedJson(uri);
    String reason = text.flaw();
    try (JsonParser parser = JSON.createParser(text.text())) {
      reader.members(parser);
    } catch (JacksonException e) {
      var at = e.getLocation();
      reason = at == null ? "not JSON" : "not JSON from line " + at.getLineNr();
    }
    if (!reader.items || !reader.feed && reader.candidates.isEmpty()) {
      return Discovery.refused(Kind.UNKNOWN, "JSON, but no JSON Feed: it has no 'items'");
    }
    return new Discovery(
        Kind.JSON_FEED,
        reason.isEmpty() ? Reach.READ : Reach.PARTLY,
        reason,
        reader.title,
        List.copyOf(reader.candidates.values()),
        List.of(),
        reader.hubs);
  }

  private void members(JsonParser parser) {
    parser.nextToken();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("items") && value == JsonToken.START_ARRAY) {
        items = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          item(JSON.readTree(parser));
        }
      } else if (name.equals("hubs") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          hub(JSON.readTree(parser));
        }
      } else if (value == JsonToken.VALUE_STRING) {
        member(name, parser.getString());
      } else {
        parser.skipChildren();
      }
    }
    // Anything after the closing brace is an error of its own.
    parser.nextToken();
  }

  private void member(String name, String value) {
    switch (name) {
      case "version" -> feed = value.contains("jsonfeed.org");
      case "title" -> title = value.strip();
      case "language" -> language = value.strip();
      case "feed_url" -> hubs = hubs.and("self", DiscoveryAddress.resolve(uri, value));
      default -> {
        // Nothing else of the feed itself is of use here.
      }
    }
  }

  private void hub(JsonNode hub) {
    if (text(hub, "type").strip().equalsIgnoreCase("WebSub")) {
      hubs = hubs.and("hub", DiscoveryAddress.resolve(uri, text(hub, "url")));
    }
  }

  private void item(JsonNode item) {
    Optional<String> address =
        DiscoveryAddress.resolve(uri, text(item, "url"))
            .or(() -> DiscoveryAddress.resolve("", text(item, "id")))
            .or(() -> DiscoveryAddress.resolve(uri, text(item, "external_url")));
    String own = text(item, "language").strip();
    List<StatedDate> dates = new ArrayList<>();
    date(Role.PUBLISHED, item, "date_published").ifPresent(dates::add);
    date(Role.UPDATED, item, "date_modified").ifPresent(dates::add);
    if (candidates.size() < DiscoveryXml.MAX_ENTRIES) {
      address.ifPresent(
          a ->
              candidates.putIfAbsent(
                  a,
                  new Candidate(
                      a, text(item, "title").strip(), own.isEmpty() ? language : own, dates)));
    }
  }

  private static Optional<StatedDate> date(Role role, JsonNode item, String name) {
    return DiscoveryDates.read(role, text(item, name), "json-feed " + name);
  }

  private static String text(JsonNode item, String name) {
    JsonNode value = item.get(name);
    return value != null && value.isString() ? value.stringValue() : "";
  }
}
