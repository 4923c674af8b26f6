package stet.json;

import stet.copies.ToldStory;
import tools.jackson.databind.node.ObjectNode;

/** Stories that several outlets printed. */
final class StoryJson {
  private StoryJson() {}

  static ObjectNode copied(ToldStory story) {
    ObjectNode out = Parts.root().put("centre", story.centre());
    out.set("members", Parts.list(story.members(), StoryJson::member));
    return out;
  }

  static ObjectNode edited(ToldStory story) {
    ObjectNode out = copied(story);
    out.set("edits", Parts.list(story.edits(), StoryJson::edit));
    return out;
  }

  private static ObjectNode member(ToldStory.Member member) {
    ObjectNode out = Parts.object();
    out.set("article", Parts.article(member.article()));
    return out.put("headline", member.headline())
        .put("not_before", Parts.time(member.notBefore()))
        .put("first_seen", Parts.time(member.firstSeen()))
        .put("last_seen", Parts.time(member.lastSeen()))
        .put("words", member.words())
        .put("shared_words", member.shared());
  }

  private static ObjectNode edit(ToldStory.Edit edit) {
    ObjectNode out = Parts.object();
    out.set("article", Parts.article(edit.article()));
    out.put("version", edit.version());
    out.set("window", Parts.window(edit.window()));
    out.set("labels", Parts.list(edit.labels(), Parts::label));
    out.put("before", edit.before()).put("after", edit.after());
    out.set("others", Parts.list(edit.others(), StoryJson::holder));
    return out;
  }

  private static ObjectNode holder(ToldStory.Holder holder) {
    ObjectNode out = Parts.object();
    out.set("article", Parts.article(holder.article()));
    out.put("seen_until", Parts.time(holder.seenUntil()));
    out.set("gone", holder.gone() == null ? null : Parts.window(holder.gone()));
    return out;
  }
}
