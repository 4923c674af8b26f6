package stet.track;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.store.Tables;
import stet.story.AddressIndex;
import stet.story.AddressPair;
import stet.story.TextIndex;
import stet.timeline.TrackedArticle;

/** What a collection's tables know of addresses, articles and texts. */
final class StoredIndex implements AddressIndex, TextIndex {
  private final Tables tables;

  StoredIndex(Tables tables) {
    this.tables = tables;
  }

  @Override
  public void add(String uri) {
    tables.addresses().add(uri);
  }

  @Override
  public List<String> known(List<String> uris) {
    return tables.addresses().known(uris);
  }

  @Override
  public Optional<Pointer> pointer(String uri) {
    return tables.addresses().pointer(uri);
  }

  @Override
  public void point(String uri, Pointer pointer) {
    tables.addresses().point(uri, pointer);
  }

  @Override
  public List<String> pointingTo(String uri) {
    return tables.addresses().pointingTo(uri);
  }

  @Override
  public Optional<Long> articleAt(String uri) {
    return tables.addresses().article(uri);
  }

  @Override
  public void give(String uri, long article) {
    tables.addresses().give(uri, article);
  }

  @Override
  public long idOf(TrackedArticle article) {
    return tables.articles().idOf(article);
  }

  @Override
  public TrackedArticle article(long id) {
    return tables.articles().get(id);
  }

  @Override
  public void move(String address, long article) {
    tables.captures().move(address, article);
  }

  @Override
  public boolean lost(long article) {
    // Versions name captures that now belong to another article.
    tables.revisions().removeFrom(article, 1);
    tables.versions().removeFrom(article, 1);
    boolean left = tables.captures().any(article);
    if (!left) {
      tables.changes().mark(article);
      tables.articles().remove(article);
    }
    return left;
  }

  @Override
  public long stateOf(ArticleVersion version) {
    return tables.states().idOf(version);
  }

  @Override
  public ArticleVersion state(long number) {
    return tables.states().get(number);
  }

  @Override
  public List<Long> statesAt(String address) {
    return tables.captures().statesAt(address);
  }

  @Override
  public void hint(long capture, AddressPair pair, String statedAt, @Nullable Long state) {
    tables.hints().add(capture, pair, statedAt, state);
  }

  @Override
  public List<AddressPair> hintsWith(String uri) {
    return tables.hints().with(uri);
  }

  @Override
  public String hintedAt(AddressPair pair) {
    return tables.hints().statedAt(pair);
  }

  @Override
  public List<Long> landed(AddressPair pair) {
    return tables.hints().landed(pair);
  }

  @Override
  public List<Long> confirm(AddressPair pair) {
    return tables.hints().confirm(pair);
  }
}
