package stet.store;

import java.util.List;
import stet.article.LiveBlog;
import stet.article.StatedDate;
import stet.sqlite.Sql;

/** The posts of live blogs. A last row of no blocks says that the page links to more posts. */
final class PostTable {
  private final Sql sql;

  PostTable(Sql sql) {
    this.sql = sql;
  }

  void insertAll(long state, LiveBlog blog) {
    for (int i = 0; i < blog.posts().size(); i++) {
      LiveBlog.Post post = blog.posts().get(i);
      Object[] values = new Object[12];
      values[0] = state;
      values[1] = i;
      values[2] = post.headline();
      values[3] = post.first();
      values[4] = post.count();
      if (post.time() != null) {
        System.arraycopy(DateTable.values(post.time()), 0, values, 5, 7);
      }
      sql.update(
          "INSERT INTO post (state_id, position, headline, first_block, blocks, "
              + DateTable.COLUMNS
              + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
          values);
    }
    if (blog.more()) {
      sql.update(
          "INSERT INTO post (state_id, position, headline, first_block, blocks)"
              + " VALUES (?, ?, '', 0, 0)",
          state,
          blog.posts().size());
    }
  }

  LiveBlog ofState(long state) {
    List<LiveBlog.Post> posts =
        sql.all(
            "SELECT headline, first_block, blocks, "
                + DateTable.COLUMNS
                + " FROM post WHERE state_id = ? ORDER BY position",
            r ->
                new LiveBlog.Post(
                    r.getString(4) == null ? null : DateTable.read(r, StatedDate.Role.PUBLISHED, 4),
                    r.getString(1),
                    r.getInt(2),
                    r.getInt(3)),
            state);
    boolean more = !posts.isEmpty() && posts.get(posts.size() - 1).count() == 0;
    return new LiveBlog(more ? posts.subList(0, posts.size() - 1) : posts, more);
  }
}
