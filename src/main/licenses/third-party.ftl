Libraries that this jar contains, with the names that their own POMs give. Their licences and notices
lie beside this list, each library's in a folder of its name; the text of Apache-2.0 is that of stet
itself, META-INF/LICENSE.
<#list dependencyMap as entry>
<#assign library = entry.getKey()>

${library.artifactId} ${library.version}
  name: ${(library.name!library.artifactId)?trim}
  group: ${library.groupId}
  licence: <#list entry.getValue() as licence>${licence}<#sep>, </#list>
  url: ${library.url!"none stated"}
</#list>
