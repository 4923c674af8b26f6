package stet.timeline.quote;

import java.util.Set;
import java.util.TreeSet;
import stet.diff.rank.Weights;
import stet.timeline.Entry;
import stet.timeline.Marks;
import stet.timeline.Timeline;

/** Marks that leave out of an outlet's texts what did not change. */
public final class QuotedTimelines implements Marks {
  /** Stands for every outlet. */
  public static final String ALL = "all";

  private final Set<String> outlets;
  private final Marks others;

  private QuotedTimelines(Set<String> outlets, Marks others) {
    this.outlets = outlets;
    this.others = others;
  }

  /**
   * Marks for what is published.
   *
   * @param outlets of which only what changed is; {@link #ALL} among them for all
   * @param others marks that are set before
   */
  public static Marks of(Set<String> outlets, Marks others) {
    return outlets.isEmpty() ? others : new QuotedTimelines(Set.copyOf(outlets), others);
  }

  @Override
  public boolean quotes(String outlet) {
    return outlets.contains(ALL) || outlets.contains(outlet);
  }

  @Override
  public Timeline marked(Timeline timeline) {
    Timeline marked = others.marked(timeline);
    return quotes(timeline.article().outlet()) ? new Quotation(marked).quoted() : marked;
  }

  @Override
  public String basis() {
    return "quoted " + String.join(" ", new TreeSet<>(outlets));
  }

  @Override
  public String fingerprint(String articleKey) {
    return others.fingerprint(articleKey);
  }

  @Override
  public String told(String articleKey) {
    return others.told(articleKey);
  }

  @Override
  public Weights weights() {
    return others.weights();
  }

  @Override
  public boolean learns(Entry.Revised revised) {
    return others.learns(revised);
  }

  @Override
  public Set<String> articles() {
    return others.articles();
  }

  @Override
  public Set<String> since(long number) {
    return others.since(number);
  }
}
