"""The one kernel for "is this the same?": block, compare, decide, cluster."""

from dateline.matching.block import Index as Index
from dateline.matching.block import Keys as Keys
from dateline.matching.block import keys as keys
from dateline.matching.block import pairs as pairs
from dateline.matching.cluster import cluster as cluster
from dateline.matching.compare import Comparison as Comparison
from dateline.matching.compare import Feature as Feature
from dateline.matching.compare import Sign as Sign
from dateline.matching.compare import Table as Table
from dateline.matching.compare import Veto as Veto
from dateline.matching.decide import Judged as Judged
from dateline.matching.decide import decision as decision
from dateline.matching.groups import Groups as Groups
from dateline.matching.groups import Link as Link
from dateline.matching.groups import Regrouped as Regrouped
from dateline.matching.groups import Rule as Rule
from dateline.matching.groups import by_table as by_table
from dateline.matching.shelf import Heap as Heap
from dateline.matching.shelf import Shelf as Shelf
