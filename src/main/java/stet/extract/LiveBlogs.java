package stet.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import stet.article.StatedDate;
import stet.article.StatedDate.Role;
import tools.jackson.databind.JsonNode;

/** Tells live blogs, and parts them into their posts. */
final class LiveBlogs {
  private static final Set<String> NAMES =
      Set.of("live", "liveblog", "liveticker", "ticker", "livestory");
  private static final Evaluator TIMES = QueryParser.parse("time");
  private static final Evaluator UPDATES =
      QueryParser.parse("[itemprop=liveBlogUpdate],[itemprop=liveBlogUpdates]");

  /** Fewer posts of one make could be anything. */
  private static final int FEWEST = 2;

  /** The longest live blogs seen have some hundred posts. */
  private static final int MOST = 3000;

  /** How far above a post's time the element of the post may stand. */
  private static final int HIGHEST = 6;

  private final HtmlPage page;
  private final List<Passage> story;

  /** The elements that hold some of the story's prose. */
  private final Set<Element> tellers = Collections.newSetFromMap(new IdentityHashMap<>());

  private final Map<String, JsonNode> stated = new HashMap<>();
  private boolean declared;

  private LiveBlogs(HtmlPage page, List<LinkedData.Node> articles, List<Passage> story) {
    this.page = page;
    this.story = story;
    for (Passage passage : story) {
      Element up = passage.prose() ? passage.element() : null;
      while (up != null && tellers.add(up)) {
        up = up.parent();
      }
    }
    for (LinkedData.Node node : articles) {
      declared |= LinkedData.asText(node.json().get("@type")).endsWith("LiveBlogPosting");
      JsonNode updates = node.json().get("liveBlogUpdate");
      if (updates != null) {
        declared = true;
        updates.forEach(update -> state(update));
      }
    }
  }

  private void state(JsonNode update) {
    String headline = Texts.letters(LinkedData.asText(update.get("headline")));
    if (!headline.isEmpty()) {
      stated.putIfAbsent(headline, update);
    }
  }

  /** The live blog that the page is, null where it is none. */
  static @Nullable LiveBlog of(HtmlPage page, List<LinkedData.Node> articles, List<Passage> story) {
    LiveBlogs blogs = new LiveBlogs(page, articles, story);
    List<LiveBlog.Post> posts = blogs.posts();
    return posts.isEmpty() && !blogs.declared ? null : new LiveBlog(posts);
  }

  private List<LiveBlog.Post> posts() {
    List<Element> holders = holders();
    Map<Element, Element> holderOf = new IdentityHashMap<>();
    holders.forEach(holder -> holderOf.put(holder, holder));
    Map<Element, int[]> spans = new LinkedHashMap<>();
    for (int i = 0; i < story.size(); i++) {
      Element holder = above(story.get(i).element(), holderOf);
      if (holder != null) {
        int[] span = spans.computeIfAbsent(holder, k -> new int[2]);
        span[0] = span[1] == 0 ? i : span[0];
        span[1] = i - span[0] + 1;
      }
    }
    List<LiveBlog.Post> posts = new ArrayList<>();
    spans.forEach((holder, span) -> posts.add(post(holder, span[0], span[1])));
    return posts.size() < FEWEST ? List.of() : posts;
  }

  private static @Nullable Element above(Element element, Map<Element, Element> holders) {
    for (Element up = element; up != null; up = up.parent()) {
      if (holders.containsKey(up)) {
        return up;
      }
    }
    return null;
  }

  /** The elements that hold one post each: marked as such, or siblings of one make with a time. */
  private List<Element> holders() {
    List<Element> dated = page.elements().dated();
    List<Element> marked = dated.stream().filter(e -> e.is(UPDATES)).toList();
    if (marked.size() >= FEWEST) {
      return marked;
    }
    // Page order decides between rows of one length.
    Map<Element, Map<String, List<Element>>> rows = new LinkedHashMap<>();
    List<Element> times = dated.stream().filter(e -> e.normalName().equals("time")).toList();
    for (Element time : times.subList(0, Math.min(times.size(), MOST))) {
      Element up = time;
      for (int i = 0; i < HIGHEST && up.parent() != null; i++, up = up.parent()) {
        rows.computeIfAbsent(up.parent(), k -> new LinkedHashMap<>())
            .computeIfAbsent(up.normalName() + '.' + up.className(), k -> new ArrayList<>())
            .add(up);
      }
    }
    List<Element> best = List.of();
    for (Map<String, List<Element>> row : rows.values()) {
      for (List<Element> group : row.values()) {
        if (group.size() > best.size() && group.size() >= FEWEST && live(group.get(0))) {
          List<Element> holders = group.stream().distinct().filter(tellers::contains).toList();
          best = holders.size() > best.size() ? holders : best;
        }
      }
    }
    return best.size() < FEWEST ? List.of() : best;
  }

  /** Whether the page says that it is live, or the row's markup does. */
  private boolean live(Element holder) {
    boolean named = declared;
    Element up = holder;
    for (int i = 0; i < 3 && up != null && !named; i++, up = up.parent()) {
      named = Passages.names(up).stream().anyMatch(NAMES::contains);
    }
    return named;
  }

  private LiveBlog.Post post(Element holder, int first, int count) {
    String headline = "";
    for (Passage passage : story.subList(first, first + count)) {
      if (passage.kind() == Passage.Kind.HEADING && headline.isEmpty()) {
        headline = passage.text();
      }
    }
    return new LiveBlog.Post(time(holder, headline), headline, first, count);
  }

  private @Nullable StatedDate time(Element holder, String headline) {
    JsonNode update = stated.get(Texts.letters(headline));
    if (update != null) {
      StatedDate said = read(LinkedData.asText(update.get("datePublished")), "json-ld");
      if (said != null) {
        return said;
      }
    }
    Element time = holder.selectFirst(TIMES);
    return time == null ? null : read(time.attr("datetime"), "time");
  }

  private @Nullable StatedDate read(String value, String evidence) {
    Optional<Moment> moment = DateReader.machine(value, page.dates());
    return moment
        .filter(m -> Plausible.date(m, page.dates()))
        .map(m -> m.stated(Role.PUBLISHED, value, evidence + " of the post"))
        .orElse(null);
  }
}
