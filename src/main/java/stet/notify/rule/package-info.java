/** What people ask to be told, and when they want to be told it. Pure: it is given every time. */
@org.jspecify.annotations.NullMarked
package stet.notify.rule;
