package stet.serve.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import stet.json.JsonText;
import stet.json.StetJson;
import stet.serve.http.Answer;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.serve.page.EditQuery;
import stet.serve.page.Site;
import stet.track.Collection;

/** Long lists: a part at a time, or as lines, one object each. */
final class Lists {
  static final String LINES = "application/x-ndjson";

  /** Lines of one answer where nothing is said, and at most. */
  private static final int USUAL_LINES = 10_000;

  private static final int MOST_LINES = 100_000;

  /** Looks for one answer, each of which may find nothing that passes a filter. */
  private static final int MOST_LOOKS = 2_000;

  /** Answers of lines at a time: each keeps a thread while its reader takes them. */
  private static final int AT_A_TIME = 4;

  private final Site site;
  private final Semaphore open = new Semaphore(AT_A_TIME);

  Lists(Site site) {
    this.site = site;
  }

  /** The list as it is asked for. */
  Answer answer(Asked asked, Listing listing) throws IOException {
    boolean lines = asked.header("Accept").orElse("").contains(LINES);
    if (listing.changesWithTime()) {
      return site.collection().ask(c -> lines ? lines(asked, listing, c) : page(asked, listing, c));
    }
    return lines
        ? site.answer(asked, LINES, c -> lines(asked, listing, c))
        : site.answer(asked, "", c -> page(asked, listing, c));
  }

  private static Answer page(Asked asked, Listing listing, Collection collection)
      throws IOException {
    int limit = Numerals.limit(asked, listing.usual(), listing.most());
    Listing.Part part = listing.part(collection, asked.query(listing.cursor()), limit);
    String next = part.next() == null ? null : next(asked, listing, part.next());
    return linked(Answer.json(StetJson.page(listing.name(), part.items(), next).line()), next);
  }

  /** The same with its successor in a header, too. */
  static Answer linked(Answer answer, @Nullable String next) {
    return next == null ? answer : answer.with("Link", "<" + next + ">; rel=\"next\"");
  }

  private static String next(Asked asked, Listing listing, String from) {
    return next(asked, listing.cursor(), from);
  }

  /** Where the next part is, relative to the address that was asked for. */
  static String next(Asked asked, String cursor, String from) {
    Map<String, List<String>> query = new LinkedHashMap<>(asked.query());
    query.put(cursor, List.of(from));
    return EditQuery.address(asked.path().get(asked.path().size() - 1), query);
  }

  private Answer lines(Asked asked, Listing listing, Collection collection) throws IOException {
    int limit = Numerals.limit(asked, USUAL_LINES, MOST_LINES);
    int step = Math.min(limit, listing.most());
    // Looked at before anything is sent, so that what is wrong can still be told.
    Listing.Part first = listing.part(collection, asked.query(listing.cursor()), step);
    Answer empty = new Answer(200, LINES, Map.of(), -1, out -> {});
    if (asked.method().equals("HEAD")) {
      return empty;
    } else if (!open.tryAcquire()) {
      throw new HttpProblem(503, "Too many long lists are being read just now. Try again.");
    }
    return new Answer(
        200,
        LINES,
        Map.of(),
        -1,
        out -> {
          try {
            write(asked, listing, first, limit, out);
          } finally {
            open.release();
          }
        });
  }

  /** No state of the collection is held while a reader takes what is there. */
  private void write(Asked asked, Listing listing, Listing.Part first, int limit, OutputStream out)
      throws IOException {
    Listing.Part part = first;
    int written = 0;
    for (int look = 1; ; look++) {
      for (JsonText item : part.items()) {
        line(item, out);
      }
      written += part.items().size();
      String from = part.next();
      if (from == null) {
        return;
      } else if (written >= limit || look == MOST_LOOKS) {
        line(StetJson.continued(next(asked, listing, from)), out);
        return;
      }
      int step = Math.min(limit - written, listing.most());
      part = site.collection().ask(c -> listing.part(c, from, step));
    }
  }

  private static void line(JsonText json, OutputStream out) throws IOException {
    out.write((json.line() + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
