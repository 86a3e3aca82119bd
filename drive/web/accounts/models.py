"""People who sign in, the roles that they hold, and whom they are kept away from."""

from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from drive.web.accounts.permissions import Access, VisibleQuerySet
from drive.web.accounts.roles import Compartment, Role
from drive.web.core.models import BaseModel, Recorded
from drive.web.organisations.models import Agency, Site


class UserQuerySet(VisibleQuerySet["User"]):
    """Users, through the policy like everything else."""


class UserManager(BaseUserManager["User"]):
    """Finds a user by the name that is signed in with, whatever its case."""

    def get_queryset(self) -> UserQuerySet:
        """Return a queryset that knows `visible_to`."""
        return UserQuerySet(self.model, using=self._db)

    def visible_to(self, actor: "User") -> UserQuerySet:
        """Return the users whom the actor may see."""
        return self.get_queryset().visible_to(actor)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user with that sign-in name."""
        return self.get(username__iexact=username)


class User(BaseModel, AbstractBaseUser):
    """Somebody who signs in. A sign-in name says nothing about any case."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    access = Access(compartment=Compartment.ACCOUNTS, holders=("self",))
    objects = UserManager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def holdings(self) -> list["RoleHolding"]:
        """The roles held now, read once a request."""
        current = self.role_holdings.filter(ended_at=None)
        return list(current.select_related("site", "agency"))

    @property
    def roles(self) -> frozenset[Role]:
        """The roles held now."""
        return frozenset(Role(holding.role) for holding in self.holdings)

    @property
    def role_names(self) -> str:
        """The roles held now, as text for the audit."""
        return ", ".join(sorted(self.roles))


class RoleHolding(Recorded):
    """A role that somebody holds: at a site, for an agency, or everywhere."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_holdings")
    role = models.CharField(max_length=20, choices=Role.choices())
    site = models.ForeignKey(Site, null=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    access = Access(compartment=Compartment.ACCOUNTS, holders=("user",))
    objects = VisibleQuerySet["RoleHolding"].as_manager()

    class Meta:
        ordering = ["role"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="role_holding_ended_at_and_by_together",
            ),
        ]


class Exclusion(Recorded):
    """Somebody who is kept away from everything about one person, whatever his or her role.

    It has no foreign key to the person: `people` lies above. Deny overrides allow.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="exclusions")
    person_id = models.UUIDField(db_index=True)
    reason = models.CharField(max_length=300)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_at=None, lifted_by=None)
                | Q(lifted_at__isnull=False, lifted_by__isnull=False),
                name="exclusion_lifted_at_and_by_together",
            ),
        ]
