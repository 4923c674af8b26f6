/** When to look again: how likely a change is, by age, history and hour. Pure. */
@org.jspecify.annotations.NullMarked
package stet.watch.plan;
