package stet.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.sqlite.Sql;
import stet.story.AddressIndex.Pointer;

/** Addresses under which articles were captured, and which address each of them stands for. */
public final class AddressTable {
  private final Sql sql;

  AddressTable(Sql sql) {
    this.sql = sql;
  }

  /** Adds an address unless it is here. */
  public void add(String uri) {
    sql.update("INSERT OR IGNORE INTO address (uri) VALUES (?)", uri);
  }

  /** Those of the addresses that are here. */
  public List<String> known(List<String> uris) {
    return uris.stream()
        .filter(uri -> sql.one("SELECT 1 FROM address WHERE uri = ?", r -> true, uri).isPresent())
        .toList();
  }

  /** What the address stands for; empty where it stands for itself. */
  public Optional<Pointer> pointer(String uri) {
    return sql.one(
        "SELECT points_to, rule, stated_at FROM address WHERE uri = ? AND points_to IS NOT NULL",
        r -> new Pointer(r.getString(1), r.getString(2), r.getString(3)),
        uri);
  }

  /** Lets an address that is here stand for another. */
  public void point(String uri, Pointer pointer) {
    sql.update(
        "UPDATE address SET points_to = ?, rule = ?, stated_at = ? WHERE uri = ?",
        pointer.to(),
        pointer.rule(),
        pointer.statedAt(),
        uri);
  }

  /** Addresses that stand for {@code uri}, directly. */
  public List<String> pointingTo(String uri) {
    return sql.all(
        "SELECT uri FROM address WHERE points_to = ? ORDER BY uri", r -> r.getString(1), uri);
  }

  /** The number of the article that the address belongs to; empty while nothing was captured. */
  public Optional<Long> article(String uri) {
    return sql.one(
        "SELECT article_id FROM address WHERE uri = ? AND article_id IS NOT NULL",
        r -> r.getLong(1),
        uri);
  }

  /** Gives an address to an article. */
  public void give(String uri, @Nullable Long article) {
    sql.update("UPDATE address SET article_id = ? WHERE uri = ?", article, uri);
  }

  /**
   * An address with the rule by which it belongs to its article.
   *
   * @param rule empty where it is the article's own address
   */
  public record Alias(String uri, String rule) {}

  /** The addresses under which an article was captured. */
  public List<Alias> of(long article) {
    return sql.all(
        "SELECT uri, coalesce(rule, '') FROM address WHERE article_id = ? ORDER BY uri",
        r -> new Alias(r.getString(1), r.getString(2)),
        article);
  }
}
