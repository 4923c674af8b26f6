package stet.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which captures of a web archive to take. What is empty or null selects everything.
 *
 * @param urls patterns of addresses, in which {@code *} stands for any characters; case counts
 * @param hosts host names, each with the names below it
 * @param from the first time, UTC
 * @param to the first time that is too late, UTC
 * @param media patterns of media types such as {@code text/*}; empty for what holds articles
 */
public record Selection(
    List<String> urls,
    List<String> hosts,
    @Nullable Instant from,
    @Nullable Instant to,
    List<String> media) {
  /** Everything that may be an article. */
  public static final Selection ALL = new Selection(List.of(), List.of(), null, null, List.of());

  public Selection {
    urls = List.copyOf(urls);
    hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).toList();
    media = media.stream().map(m -> m.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether that address is selected. */
  public boolean takesUrl(String url) {
    return urls.isEmpty() || urls.stream().anyMatch(p -> glob(p, url));
  }

  /** Whether the host of that address is selected. */
  public boolean takesHost(String url) {
    if (hosts.isEmpty()) {
      return true;
    }
    String host = host(url);
    return hosts.stream().anyMatch(h -> host.equals(h) || host.endsWith('.' + h));
  }

  private static String host(String url) {
    try {
      String host = new URI(url).getHost();
      return host == null ? "" : host.toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      String rest = url.replaceFirst("^[A-Za-z]+://", "");
      return rest.split("[/:?#]", 2)[0].toLowerCase(Locale.ROOT);
    }
  }

  /** Whether that time is selected. */
  public boolean takesTime(Instant at) {
    return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }

  /** Whether a media type is selected by name; never where no types are named. */
  boolean takesMedia(String type) {
    return media.stream().anyMatch(p -> glob(p, type));
  }

  private static boolean glob(String pattern, String text) {
    String[] literal = pattern.split("\\*", -1);
    StringBuilder regex = new StringBuilder(Pattern.quote(literal[0]));
    for (int i = 1; i < literal.length; i++) {
      regex.append(".*").append(Pattern.quote(literal[i]));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}
