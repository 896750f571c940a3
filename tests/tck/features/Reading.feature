# Own scenarios: what the conformance kit would not miss, but our readers would.

Feature: Reading - questions of litigation on a graph without a schema

  Background:
    Given an empty graph
    And having executed:
      """
      CREATE (a:Company {name: 'Aster'}), (b:Company {name: 'Birch'}), (c:Company {name: 'Cedar'})
      CREATE (a)-[:SUES {year: 2020}]->(b), (b)-[:SUES {year: 2021}]->(a),
             (b)-[:SUES {year: 2022}]->(c), (a)-[:SUES {year: 2023}]->(b)
      """

  Scenario: Parallel suits are two rows
    When executing query:
      """
      MATCH (:Company {name: 'Aster'})-[r:SUES]->(d) RETURN d.name, r.year ORDER BY r.year
      """
    Then the result should be, in order:
      | d.name  | r.year |
      | 'Birch' | 2020   |
      | 'Birch' | 2023   |
    And no side effects

  Scenario: A trail uses a suit once, a company may come again
    When executing query:
      """
      MATCH p = ({name: 'Aster'})-[:SUES*2..2]->(x) RETURN x.name, length(p) AS steps
      """
    Then the result should be, in any order:
      | x.name  | steps |
      | 'Aster' | 2     |
      | 'Aster' | 2     |
      | 'Cedar' | 2     |
      | 'Cedar' | 2     |

  Scenario Outline: Number of shortest paths
    When executing query:
      """
      MATCH p = <selector> (a {name: 'Aster'})-[:SUES]->{1,4}(c {name: 'Cedar'})
      RETURN count(p) AS paths
      """
    Then the result should be, in any order:
      | paths   |
      | <paths> |

    Examples:
      | selector     | paths |
      | ANY          | 1     |
      | ANY SHORTEST | 1     |
      | ALL SHORTEST | 2     |
      | SHORTEST 1   | 1     |
      | SHORTEST 9   | 2     |

  Scenario: Nobody sues Aster but Birch
    When executing query:
      """
      MATCH (p)-[:SUES]->({name: 'Aster'}) RETURN collect(DISTINCT p.name) AS names
      """
    Then the result should be (ignoring element order for lists):
      | names     |
      | ['Birch'] |

  Scenario: Null sorts last and counts for nothing
    When executing query:
      """
      MATCH (c:Company) OPTIONAL MATCH (c)-[r:SUES]->(:Company)
      RETURN c.name, count(r) AS suits, min(r.year) AS first ORDER BY first, c.name
      """
    Then the result should be, in order:
      | c.name  | suits | first |
      | 'Aster' | 2     | 2020  |
      | 'Birch' | 2     | 2021  |
      | 'Cedar' | 0     | null  |

  Scenario: Unknown words match nothing in a graph without a schema
    When executing query:
      """
      MATCH (a:Firm)-[:OWNS]->(b) RETURN a, b
      """
    Then the result should be, in any order:
      | a | b |

  Scenario: A sum of texts fails when it is made
    When executing query:
      """
      MATCH (c:Company) RETURN sum(c.name)
      """
    Then a TypeError should be raised at runtime: InvalidArgumentType

  Scenario: A given list of relationships must still pass the test on each
    When executing query:
      """
      MATCH (a)-[r1:SUES]->()-[r2:SUES]->(b)
      WITH [r1, r2] AS suits, a, b
      MATCH (a)-[suits* {year: 2021}]->(b)
      RETURN a, b
      """
    Then the result should be, in any order:
      | a | b |

  Scenario: A list of relationships that was given outlives an optional match
    When executing query:
      """
      MATCH (a {name: 'Aster'})-[r1 {year: 2020}]->()-[r2 {year: 2022}]->(b)
      WITH [r1, r2] AS suits, a, b
      OPTIONAL MATCH (b)-[suits*]->(x)
      RETURN size(suits) AS n, x
      """
    Then the result should be, in any order:
      | n | x    |
      | 2 | null |
