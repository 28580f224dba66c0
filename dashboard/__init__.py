"""The pages of the SP and DIG offices: a Dash app over the desks' stores."""
