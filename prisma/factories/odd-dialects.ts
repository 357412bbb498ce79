/** Plans in other markup than Markdown, in our own words. */
export const ODD_DIALECTS: readonly string[] = [
  `h1. Portal

h2. Phase 1: Alpha
* (/) Rotate the keys
** [ ] the first one

h3. Success criteria
# 95% of tests pass

||Risk||Impact||Mitigation||
|Late vendor|Low|ask [them|https://example.test]|

{code:bash}
* [ ] no box
{code}
`,
  `== Phase 1: Alpha ==
* {{done}} Rotate the keys

{| class="wikitable"
! Setting !! Staging !! Production
|-
| Mail
| fake
| real
and signed
|}
`,
  `= Portal
:toc:

== Phase 1: Alpha
* [ ] Close the ports
** [*] the first one

.Exit criteria
* 95% of tests pass

|===
|Secret |Owner |Rotation

|Mail key
|Ops
|90 days
or sooner
|===

----
* [ ] no box
----
`,
  `#+TITLE: Portal
* Phase 1: Alpha [1/2]
** DONE Rotate the keys :security:
   CLOSED: [2026-01-01]
** TODO [#A] Close the ports
   - [-] the second
** Success criteria
   - 95% of tests pass

| Metric | Target |
|--------+--------|
| Uptime | 99.9%  |
`,
  `======
Portal
======

Phase 1: Alpha
~~~~~~~~~~~~~~

- [x] Rotate the keys

Success criteria
^^^^^^^^^^^^^^^^

#. 95% of tests pass
`,
  `<h2>Phase 1: Rehearsal</h2>
<ul>
  <li><input type="checkbox" checked> Copy the <b>data</b></li>
  <li>Time it &amp; tell <ol><li>with load</li></ol></li>
</ul>

<table>
<tr><th>Task</th><th>Owner</th><th>Status</th></tr>

    <tr><td rowspan="2">Freeze</td><td>Ana</td><td>Done</td></tr>
</table>

- <input type="checkbox"> inside
`,
];
