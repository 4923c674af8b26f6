/** Hubs (WebSub): they are asked to tell of changes, heard when they do, and told of our own. */
@org.jspecify.annotations.NullMarked
package stet.app.push;
