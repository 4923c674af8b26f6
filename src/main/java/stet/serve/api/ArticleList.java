package stet.serve.api;

import java.util.List;
import stet.json.StetJson;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.timeline.TrackedArticle;
import stet.track.Collection;
import stet.track.Timelines;
import stet.track.list.Listed;

/** All articles in the order of their addresses, or those that a text is in. */
final class ArticleList implements Listing {
  private static final int LONGEST = 200;

  private final String text;

  ArticleList(Asked asked) {
    this.text = asked.query("q");
    if (text.length() > LONGEST) {
      throw new HttpProblem(400, "That is too long to be looked for.");
    }
  }

  @Override
  public String name() {
    return "articles";
  }

  @Override
  public Part part(Collection collection, String from, int most) {
    String after = address(collection, from);
    List<Listed> found = collection.timelines().listed().part(text, after, most + 1);
    return Part.of(found, most, StetJson::listed, one -> one.article().uri());
  }

  /** A place is an article's address, or its key. */
  private static String address(Collection collection, String from) {
    return from.isEmpty()
        ? ""
        : collection
            .timelines()
            .find(from)
            .map(Timelines.Found::article)
            .filter(a -> a.key().equals(from))
            .map(TrackedArticle::uri)
            .orElse(from);
  }
}
